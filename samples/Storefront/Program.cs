using System.Reflection;
using SchemaSnapshot;

// The schema is in this very assembly: no database and no file is read here.
var schema = EmbeddedSnapshot.Load();
var fingerprint = EmbeddedSnapshot.Fingerprint(Assembly.GetExecutingAssembly());

Summary.Print(schema, fingerprint, Console.Out);
