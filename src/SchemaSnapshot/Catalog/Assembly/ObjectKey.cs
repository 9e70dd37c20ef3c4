namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>What identifies an object in the system catalogs.</summary>
/// <param name="Catalog">The catalog: <c>pg_class</c>, <c>pg_proc</c>…</param>
/// <param name="Oid">The row.</param>
/// <param name="SubId">The column of a relation; 0 for the object itself.</param>
internal readonly record struct ObjectKey(string Catalog, long Oid, long SubId = 0);
