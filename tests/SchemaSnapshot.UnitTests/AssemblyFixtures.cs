using SchemaSnapshot.UnitTests.Rendering;

// One for all: two at once would both install it.
[assembly: AssemblyFixture(typeof(MermaidParser))]
