using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A type of C#.</summary>
/// <param name="Namespace">Its namespace; null for a keyword.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsValueType">Whether it is a value type.</param>
internal sealed record CSharpType(string? Namespace, string Name, bool IsValueType = false)
{
    private const string Brackets = "[]";

    /// <summary>What values have that .NET has no type for.</summary>
    public static CSharpType Object { get; } = new(null, "object");

    /// <summary>Text.</summary>
    public static CSharpType String { get; } = new(null, "string");

    /// <summary>The arguments of a generic type, or the element of an array.</summary>
    public ValueList<CSharpType> Arguments { get; init; } = [];

    /// <summary>Whether it is <c>T?</c>, as an argument of another type.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is an array.</summary>
    public bool IsArray => Name == Brackets;

    /// <summary>Whether it, or what it is made of, is in a namespace.</summary>
    public bool IsOf(string wanted) => Namespace == wanted || Arguments.Any(argument => argument.IsOf(wanted));

    /// <summary>Whether it, or what it is made of, has no type of its own.</summary>
    public bool IsUnknown => this == Object || (IsArray && Arguments[0].IsUnknown);

    /// <summary>The array of it.</summary>
    public CSharpType Array() => new(null, Brackets) { Arguments = [this] };

    /// <summary>It with arguments.</summary>
    public CSharpType Of(params ReadOnlySpan<CSharpType> arguments) => this with { Arguments = ValueList.Create(arguments) };
}
