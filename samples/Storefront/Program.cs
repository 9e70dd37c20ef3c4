using System.Reflection;
using SchemaSnapshot;
using Orders = Shop.Tables.Sales.Orders;

// The schema is in this very assembly: no database and no file is read here.
var schema = EmbeddedSnapshot.Load();
var fingerprint = EmbeddedSnapshot.Fingerprint(Assembly.GetExecutingAssembly());

Summary.Print(schema, fingerprint, Console.Out);

// Its names are constants, made of it by the build: a column that goes is an error of the compiler here.
Console.WriteLine();
Console.WriteLine($"SELECT {Orders.Columns.OrderNumber} FROM {Orders.QualifiedName} WHERE {Orders.Columns.AccountId} = $1");
