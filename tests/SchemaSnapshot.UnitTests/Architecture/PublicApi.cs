using System.Reflection;
using System.Runtime.CompilerServices;

namespace SchemaSnapshot.UnitTests.Architecture;

/// <summary>What a program can see of an assembly, as text: a line for each type, and indented below it one for each member.</summary>
internal static class PublicApi
{
    // What the compiler gives every record says nothing.
    private static readonly HashSet<string> OfRecords = ["Equals", "GetHashCode", "ToString", "Deconstruct", "op_Equality", "op_Inequality", "<Clone>$"];

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines);

    private static IEnumerable<string> Lines(Type type) => Members(type).Order(StringComparer.Ordinal).Select(member => $"    {member}").Prepend($"{Kind(type)} {Name(type, isQualified: true)}");

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => IsRecord(type) ? "record" : "class",
        _ => IsRecord(type) ? "open record" : "open class",
    };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMembers(declared).Select(member => member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            PropertyInfo property => $"{(IsRequired(property) ? "required " : "")}{Static(property.GetMethod!)}{Name(property.PropertyType)}{Mark(Nullability.Create(property))} {property.Name}{Setter(property)}",
            FieldInfo { IsSpecialName: false } field => type.IsEnum ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}" : $"{Static(field)}{Name(field.FieldType)} {field.Name}",
            MethodInfo { IsSpecialName: false } method when !OfRecords.Contains(method.Name) =>
                $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)}{Mark(Nullability.Create(method.ReturnParameter))} {method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)})",
            _ => null,
        }).OfType<string>();
    }

    private static string Static(MemberInfo member) => member is MethodInfo { IsStatic: true } or FieldInfo { IsStatic: true } ? "static " : "";

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " { init; }" : " { set; }";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{(parameter.IsOptional ? "optional " : "")}{Name(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}"));

    private static string Mark(NullabilityInfo info) => info is { ReadState: NullabilityState.Nullable, Type.IsValueType: false } ? "?" : "";

    private static string Name(Type type, bool isQualified = false)
    {
        var name = (isQualified ? type.FullName ?? type.Name : type.Name).Split('`')[0];
        return type.IsArray ? $"{Name(type.GetElementType()!)}[]" : name + Arguments(type.GetGenericArguments());
    }

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(type => Name(type)))}>";
}
