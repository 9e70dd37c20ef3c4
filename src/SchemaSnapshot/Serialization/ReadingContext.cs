namespace SchemaSnapshot.Serialization;

/// <summary>What all record readers of one file share.</summary>
internal sealed class ReadingContext(JsonCursor cursor, SchemaMapPlaces? places)
{
    /// <summary>Goes through the file.</summary>
    public JsonCursor Cursor { get; } = cursor;

    /// <summary>Whether a member was passed over that no shape declares.</summary>
    public bool HasUnknownMembers { get; private set; }

    /// <summary>Passes over a member that a newer version wrote.</summary>
    public void SkipUnknownMember()
    {
        HasUnknownMembers = true;
        Cursor.SkipMember();
    }

    /// <summary>The path of what stands below a path; null where that is null, which is where places are not recorded.</summary>
    public static string? Below(string? path, string name) => path is null ? null : SchemaMapPlaces.Join(path, name);

    /// <summary>Records where something stands.</summary>
    public void AddPlace(string? path, int offset)
    {
        if (path is not null)
        {
            places?.Add(path, Cursor.Text.PositionOf(offset));
        }
    }
}
