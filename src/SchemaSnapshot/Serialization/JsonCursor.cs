using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace SchemaSnapshot.Serialization;

/// <summary>
/// Goes through the tokens of a file. <see cref="Utf8JsonReader"/> cannot be a member of a class, which a field visitor
/// is; so its state is kept here and the reader made anew for each token.
/// </summary>
internal sealed class JsonCursor(SchemaMapText text)
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = SchemaMapFormat.MaxDepth });
    private int consumed;
    private ReadOnlyMemory<byte> value;
    private bool isEscaped;

    /// <summary>The file.</summary>
    public SchemaMapText Text { get; } = text;

    /// <summary>What the token is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The offset of the token.</summary>
    public int Start { get; private set; }

    /// <summary>Goes to the next token; false at the end of the file.</summary>
    public bool Read()
    {
        try
        {
            var reader = new Utf8JsonReader(Text.Utf8.Span[consumed..], isFinalBlock: true, state);
            var isThere = reader.Read();
            Type = reader.TokenType;
            Start = consumed + (int)reader.TokenStartIndex;
            isEscaped = reader.ValueIsEscaped;
            var quote = Type is JsonTokenType.String or JsonTokenType.PropertyName ? 1 : 0;
            value = isThere ? Text.Utf8.Slice(Start + quote, reader.ValueSpan.Length) : default;
            consumed += (int)reader.BytesConsumed;
            state = reader.CurrentState;
            return isThere;
        }
        catch (JsonException exception)
        {
            throw Text.NotJson(exception);
        }
    }

    /// <summary>Goes to the next key of an object, or past its end.</summary>
    public bool ReadKey() => Read() && Type == JsonTokenType.PropertyName;

    /// <summary>Goes to the next element of an array, or past its end.</summary>
    public bool ReadElement() => Read() && Type != JsonTokenType.EndArray;

    /// <summary>Throws unless the token is of the type.</summary>
    public void Require(JsonTokenType type, string what)
    {
        if (Type != type)
        {
            throw Text.NotAMap($"{what} is expected here", Start);
        }
    }

    /// <summary>Whether the key is the given one.</summary>
    public bool IsKey(string key) =>
        isEscaped ? string.Equals(GetText(), key, StringComparison.Ordinal) : Ascii.Equals(value.Span, key);

    /// <summary>The string or key.</summary>
    public string GetText() => isEscaped ? JsonUnescape.Decode(value.Span) : Encoding.UTF8.GetString(value.Span);

    /// <summary>The whole number; false where the token is another number.</summary>
    public bool TryGetNumber(out long number) =>
        Utf8Parser.TryParse(value.Span, out number, out var length) && length == value.Length;

    /// <summary>Goes from a key to the end of its value.</summary>
    public void SkipMember()
    {
        Read();
        var depth = 0;
        do
        {
            depth += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Read());
    }
}
