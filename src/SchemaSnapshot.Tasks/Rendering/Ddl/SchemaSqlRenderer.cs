using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Writes <c>schema.sql</c>: the statements that make a database with the schema of a snapshot.</summary>
internal static class SchemaSqlRenderer
{
    /// <summary>What the statements mean must not depend on the session that runs them.</summary>
    private const string Settings =
        """
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SET check_function_bodies = false;
        SET client_min_messages = warning;
        SET search_path = '';
        SET default_tablespace = '';
        SET default_table_access_method = heap;
        SET intervalstyle = 'postgres';
        SET xmloption = content;
        """;

    /// <summary>Writes the statements.</summary>
    /// <exception cref="SnapshotException">Something cannot be expressed.</exception>
    public static void Render(DatabaseSnapshot snapshot, TextWriter output)
    {
        var objects = DdlOrder.Sort(DdlObjects.Of(snapshot));
        WriteLines($"-- SchemaSnapshot {Fingerprint.Of(snapshot)}", output);
        WriteLines("-- Run it in an empty database; written by the build, so do not edit it.", output);
        if (TablespaceNames.Of(snapshot) is { Count: > 0 } tablespaces)
        {
            WriteLines($"-- The tablespaces have to be there: {string.Join(", ", tablespaces.Select(SqlText.Name))}.", output);
        }

        WriteLines("", output);
        WriteLines(Settings, output);
        WriteRoles(RoleNames.Of(snapshot), output);
        if (snapshot.Schemas.All(schema => schema.Name != "public"))
        {
            WriteLines("\nDROP SCHEMA IF EXISTS public;", output);
        }

        foreach (var item in objects)
        {
            WriteStatements(item.Create, output);
        }
    }

    /// <summary>The statements of one object stand together.</summary>
    private static void WriteStatements(ValueList<string> statements, TextWriter output)
    {
        if (statements.Count > 0)
        {
            WriteLines("", output);
        }

        foreach (var statement in statements)
        {
            WriteLines(CarriageReturns.Escape(statement) + ";", output);
        }
    }

    /// <summary>Roles belong to the server; those that privileges name are made where they are missing, as nobody who could log in.</summary>
    private static void WriteRoles(IReadOnlyList<string> roles, TextWriter output)
    {
        if (roles.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", roles.Select(SqlText.Literal));
        WriteLines(
            $"""

            -- The roles that privileges and policies name belong to the server: where they are missing, they are made without a login.
            DO $roles$
            DECLARE
                role text;
            BEGIN
                FOREACH role IN ARRAY ARRAY[{names}] LOOP
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
                        EXECUTE pg_catalog.format('CREATE ROLE %I', role);
                    END IF;
                END LOOP;
            END
            $roles$;
            """,
            output);
    }

    private static void WriteLines(string text, TextWriter output) => output.Write(text + "\n");
}
