namespace SchemaSnapshot.PackageTests.Publishing;

/// <summary>A request as it arrived.</summary>
public sealed record SqlDbmRequest(string Line, string? Authorization, string? ContentType, string Body);
