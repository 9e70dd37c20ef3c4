namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>What Mermaid understood of a diagram.</summary>
internal sealed record ParsedDiagram(int Length, int MaxText, int MaxEdges, List<ParsedEntity> Entities, List<ParsedEdge> Edges);

internal sealed record ParsedEntity(string Label, List<string> Columns, List<string> Keys);

internal sealed record ParsedEdge(string Parent, string Child, string Label, string Parents, string Children);
