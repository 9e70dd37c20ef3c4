using System.Reflection;
using static SchemaSnapshot.Diagnostics.DiagnosticSeverity;

namespace SchemaSnapshot.Diagnostics;

/// <summary>All rules. Codes are permanent; <c>docs/diagnostics.md</c> has a section for each.</summary>
internal static class Rules
{
    // SNAP0xxx: configuration and the snapshot file.

    /// <summary>A property has a value that means nothing.</summary>
    public static readonly DiagnosticRule UnknownValue = new("SNAP0001", Error, "Unknown value of a property");

    /// <summary>There is nothing to verify against.</summary>
    public static readonly DiagnosticRule NoBaseline = new("SNAP0002", Error, "No baseline to verify against");

    /// <summary>There is neither a source nor a baseline.</summary>
    public static readonly DiagnosticRule NothingToEmbed = new("SNAP0003", Warning, "No source and no baseline");

    /// <summary>The snapshot file is not JSON.</summary>
    public static readonly DiagnosticRule NotJson = new("SNAP0004", Error, "The snapshot file is not JSON");

    /// <summary>The snapshot file has merge-conflict markers.</summary>
    public static readonly DiagnosticRule MergeConflict = new("SNAP0005", Error, "The snapshot file has merge-conflict markers");

    /// <summary>The snapshot file comes from a newer version.</summary>
    public static readonly DiagnosticRule NewerFormat = new("SNAP0006", Error, "The snapshot file has a newer format");

    /// <summary>The snapshot file is JSON but no schema map.</summary>
    public static readonly DiagnosticRule NotAMap = new("SNAP0007", Error, "The snapshot file is not a schema map");

    /// <summary>The fingerprint in the snapshot file is not that of its content.</summary>
    public static readonly DiagnosticRule EditedByHand = new("SNAP0008", Warning, "The snapshot file was edited by hand");

    /// <summary>The baseline is not what the source has.</summary>
    public static readonly DiagnosticRule StaleBaseline = new("SNAP0009", Warning, "The baseline is stale");

    /// <summary>The build engine cannot run the tasks.</summary>
    public static readonly DiagnosticRule UnsupportedMSBuild = new("SNAP0010", Error, "This MSBuild cannot run the tasks");

    /// <summary>A source is asked for, and none is there.</summary>
    public static readonly DiagnosticRule NoSource = new("SNAP0011", Error, "No source");

    /// <summary>A defect of the tasks.</summary>
    public static readonly DiagnosticRule UnexpectedFailure = new("SNAP0012", Error, "An unexpected failure");

    /// <summary>Drift that the project does not allow.</summary>
    public static readonly DiagnosticRule Drifted = new("SNAP0013", Error, "The schema drifted from the baseline");

    /// <summary>An acceptance of drift whose time is over.</summary>
    public static readonly DiagnosticRule AcceptanceExpired = new("SNAP0014", Warning, "An acceptance has expired");

    /// <summary>An acceptance of drift that is not there.</summary>
    public static readonly DiagnosticRule AcceptanceUnmatched = new("SNAP0015", Warning, "An acceptance matches no change");

    /// <summary>The acceptances cannot be understood.</summary>
    public static readonly DiagnosticRule UnreadableAcceptances = new("SNAP0016", Error, "The accepted drift cannot be read");

    /// <summary>A pattern or a name that nothing in the schema has.</summary>
    public static readonly DiagnosticRule MatchesNothing = new("SNAP0017", Warning, "A pattern matches nothing");

    /// <summary>An environment whose connection is not there.</summary>
    public static readonly DiagnosticRule EnvironmentNotSet = new("SNAP0018", Error, "An environment has no connection");

    /// <summary>A connection or a token where build logs record it.</summary>
    public static readonly DiagnosticRule RecordedSecret = new("SNAP0025", Error, "A secret among the properties of the build");

    // SNAP1xxx: the source.

    /// <summary>The server does not answer.</summary>
    public static readonly DiagnosticRule Unreachable = new("SNAP1001", Error, "The database server cannot be reached");

    /// <summary>The server refuses the user.</summary>
    public static readonly DiagnosticRule AuthenticationFailed = new("SNAP1002", Error, "Authentication failed");

    /// <summary>The server has no such database.</summary>
    public static readonly DiagnosticRule UnknownDatabase = new("SNAP1003", Error, "The database does not exist");

    /// <summary>The connection string cannot be read.</summary>
    public static readonly DiagnosticRule MalformedConnection = new("SNAP1004", Error, "The connection string is malformed");

    /// <summary>TLS could not be agreed on.</summary>
    public static readonly DiagnosticRule TlsFailed = new("SNAP1005", Error, "TLS failed");

    /// <summary>A remote server is spoken to without TLS.</summary>
    public static readonly DiagnosticRule NoTls = new("SNAP1006", Warning, "A remote connection without TLS");

    /// <summary>The role lacks a permission.</summary>
    public static readonly DiagnosticRule PermissionDenied = new("SNAP1007", Error, "Permission denied");

    /// <summary>The database holds objects that a snapshot does not.</summary>
    public static readonly DiagnosticRule NotModelled = new("SNAP1008", Warning, "Objects that are not modelled");

    /// <summary>The server is too old.</summary>
    public static readonly DiagnosticRule UnsupportedServer = new("SNAP1009", Error, "Unsupported version of PostgreSQL");

    /// <summary>The server took too long.</summary>
    public static readonly DiagnosticRule TimedOut = new("SNAP1010", Error, "The database took too long");

    /// <summary>The server reported another error.</summary>
    public static readonly DiagnosticRule ServerError = new("SNAP1011", Error, "The database reported an error");

    /// <summary>A <c>.env</c> file cannot be read.</summary>
    public static readonly DiagnosticRule UnreadableEnvFile = new("SNAP1012", Error, "The .env file cannot be read");

    /// <summary>A script failed.</summary>
    public static readonly DiagnosticRule ScriptFailed = new("SNAP1020", Error, "A script failed");

    /// <summary>There are script items but no such file.</summary>
    public static readonly DiagnosticRule NoScripts = new("SNAP1021", Error, "No script found");

    /// <summary>A script cannot be split into statements or read.</summary>
    public static readonly DiagnosticRule UnreadableScript = new("SNAP1022", Error, "A script cannot be read");

    /// <summary>No PostgreSQL was found for the ephemeral server.</summary>
    public static readonly DiagnosticRule NoPostgres = new("SNAP1023", Error, "No PostgreSQL found");

    /// <summary>The ephemeral server did not start.</summary>
    public static readonly DiagnosticRule PostgresFailed = new("SNAP1024", Error, "The ephemeral PostgreSQL did not start");

    /// <summary>A script is none of the tool's that the others belong to.</summary>
    public static readonly DiagnosticRule UnfitScript = new("SNAP1025", Error, "A script does not fit its tool");

    /// <summary>Nothing says which of two scripts runs first.</summary>
    public static readonly DiagnosticRule SameVersion = new("SNAP1026", Error, "Two scripts have the same version");

    /// <summary>The migration tool says that it stopped half-way.</summary>
    public static readonly DiagnosticRule FailedMigration = new("SNAP1027", Warning, "A migration failed half-way");

    /// <summary>Others changed the schema all the time.</summary>
    public static readonly DiagnosticRule KeepsChanging = new("SNAP1031", Error, "The schema kept changing while it was read");

    /// <summary>What the server sent means nothing.</summary>
    public static readonly DiagnosticRule NotUnderstood = new("SNAP1032", Error, "The server's answer is not understood");

    /// <summary>The server's certificate does not name the host.</summary>
    public static readonly DiagnosticRule CertificateOfOtherHost = new("SNAP1033", Error, "The server's certificate is for another host");

    /// <summary>The server's certificate, or that of its authority, is not valid today.</summary>
    public static readonly DiagnosticRule CertificateExpired = new("SNAP1034", Error, "The server's certificate has expired");

    /// <summary>The server's certificate was issued by somebody whom we do not know.</summary>
    public static readonly DiagnosticRule UnknownAuthority = new("SNAP1035", Error, "The server's certificate is of an unknown authority");

    // SNAP5xxx: outputs and publishing.

    /// <summary>A file could not be written.</summary>
    public static readonly DiagnosticRule CannotWrite = new("SNAP5001", Error, "A file cannot be written");

    /// <summary>A file could not be read.</summary>
    public static readonly DiagnosticRule CannotRead = new("SNAP5002", Error, "A file cannot be read");

    /// <summary>The statements made of a snapshot do not lead back to it.</summary>
    public static readonly DiagnosticRule NotProved = new("SNAP5003", Error, "schema.sql does not rebuild the schema");

    /// <summary>An object of the snapshot that no statement can make.</summary>
    public static readonly DiagnosticRule NoDdl = new("SNAP5004", Error, "An object cannot be expressed as DDL");

    /// <summary>An object of the snapshot that no statement can make, while the snapshot is written.</summary>
    public static readonly DiagnosticRule NoSchemaSql = new("SNAP5005", Warning, "There is no schema.sql for the schema");

    /// <summary>A change that no sequence of statements makes without breaking what is kept.</summary>
    public static readonly DiagnosticRule CannotMigrate = new("SNAP5007", Error, "A change cannot be expressed as a migration");

    /// <summary>A migration without one of its ends.</summary>
    public static readonly DiagnosticRule NoMigrationSide = new("SNAP5008", Error, "A side of the migration is not there");

    /// <summary>A name for a generated type or member cannot be.</summary>
    public static readonly DiagnosticRule BadModelName = new("SNAP5011", Error, "A name for a model cannot be");

    /// <summary>A name is given to what is not there.</summary>
    public static readonly DiagnosticRule UnusedModelName = new("SNAP5012", Warning, "A name for a model is not used");

    /// <summary>The models need a package that the project does not refer to.</summary>
    public static readonly DiagnosticRule ModelsNeedPackage = new("SNAP5013", Error, "The models need a package");

    /// <summary>The committed models are not those of the snapshot.</summary>
    public static readonly DiagnosticRule StaleModels = new("SNAP5014", Warning, "The committed models are stale");

    /// <summary>What somebody wants to look at is not in the snapshot.</summary>
    public static readonly DiagnosticRule NothingToView = new("SNAP5017", Error, "Nothing of that name to view");

    /// <summary>The push lacks a token, or has an address that it may not send one to.</summary>
    public static readonly DiagnosticRule PushNotConfigured = new("SNAP5018", Error, "The push is not set up");

    /// <summary>The token of the push is not accepted.</summary>
    public static readonly DiagnosticRule PushTokenRefused = new("SNAP5019", Error, "The token of the push is refused");

    /// <summary>What the push is for is not there, or not one.</summary>
    public static readonly DiagnosticRule PushTargetMissing = new("SNAP5020", Error, "The project to push to is not found");

    /// <summary>The project is locked.</summary>
    public static readonly DiagnosticRule PushConflict = new("SNAP5021", Error, "The project to push to is locked");

    /// <summary>The document is not accepted.</summary>
    public static readonly DiagnosticRule PushRejected = new("SNAP5022", Error, "The pushed document is rejected");

    /// <summary>The server cannot be reached, is too slow or fails.</summary>
    public static readonly DiagnosticRule PushUnavailable = new("SNAP5023", Error, "SqlDBM is not available");

    /// <summary>The server answers something that means nothing.</summary>
    public static readonly DiagnosticRule PushNotUnderstood = new("SNAP5024", Error, "The answer of SqlDBM is not understood");

    /// <summary>Every rule, those of changes among them, in the order of the codes.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticRule>()
            .Concat(ChangeRules.All).OrderBy(rule => rule.Code, StringComparer.Ordinal)];
}
