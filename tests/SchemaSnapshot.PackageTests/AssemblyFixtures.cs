using SchemaSnapshot.PackageTests.Infrastructure;

[assembly: AssemblyFixture(typeof(PackedPackages))]
