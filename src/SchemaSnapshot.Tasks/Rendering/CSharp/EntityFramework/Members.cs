namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Members as Entity Framework wants them named.</summary>
internal static class Members
{
    /// <summary>One, or several as an anonymous object.</summary>
    public static string Lambda(IEnumerable<ModelMember> members, string row = "row") => members.Select(member => $"{row}.{member.Name}").ToList() switch
    {
        [var only] => $"{row} => {only}",
        var several => $"{row} => new {{ {string.Join(", ", several)} }}",
    };
}
