using System.Reflection;

namespace SchemaSnapshot.UnitTests.Architecture;

/// <summary>Which namespaces a compiled namespace uses: in its declarations and in the bodies of its methods.</summary>
internal static class NamespaceUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What uses what: <c>user → used</c>, each full name once, for the types in a namespace and those below it.</summary>
    public static IEnumerable<string> Of(Assembly assembly, string name, Func<string, bool> isOfInterest) =>
        from user in assembly.GetTypes()
        where IsIn(user.Namespace, name)
        from used in Used(user).SelectMany(Parts).Distinct()
        where used.Namespace is { } space && isOfInterest(space)
        select $"{user.FullName} → {used.FullName}";

    /// <summary>Whether a namespace is another one or lies below it.</summary>
    public static bool IsIn(string? name, string root) =>
        name == root || name?.StartsWith(root + ".", StringComparison.Ordinal) == true;

    private static IEnumerable<Type> Used(Type type)
    {
        Type?[] above = [type.BaseType, .. type.GetInterfaces()];
        var fields = type.GetFields(Everything).Select(field => field.FieldType);
        var methods = type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));
        return above.OfType<Type>().Concat(fields).Concat(methods.SelectMany(Used));
    }

    private static IEnumerable<Type> Used(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        var result = method is MethodInfo info ? info.ReturnType : typeof(void);
        var locals = method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [];
        return signature.Append(result).Concat(locals).Concat(MethodBodies.Members(method).SelectMany(Used));
    }

    private static IEnumerable<Type> Used(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo method => [method.DeclaringType!, method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.GetGenericArguments()],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        _ => [member.DeclaringType!],
    };

    /// <summary>The type itself, its elements and its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter)
        {
            return [];
        }

        return type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.GetGenericArguments().SelectMany(Parts).Append(type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type);
    }
}
