using SchemaSnapshot.PackageTests.Infrastructure;

[assembly: AssemblyFixture(typeof(PackedPackages))]
[assembly: AssemblyFixture(typeof(LiveServer))]
