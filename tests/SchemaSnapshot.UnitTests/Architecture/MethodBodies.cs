using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace SchemaSnapshot.UnitTests.Architecture;

/// <summary>Reads the instructions of compiled methods.</summary>
internal static class MethodBodies
{
    private const byte FirstOfTwoBytes = 0xFE;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => unchecked((ushort)code.Value));

    /// <summary>The types, methods and fields that the body of a method names.</summary>
    public static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType?.GetGenericArguments();
        var methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = OpCodesByValue[code[at] == FirstOfTwoBytes ? BinaryPrimitives.ReadUInt16BigEndian(code.AsSpan(at)) : code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
                yield return method.Module.ResolveMember(token, typeArguments, methodArguments)!;
            }

            at += OperandSize(instruction.OperandType, code.AsSpan(at));
        }
    }

    private static int OperandSize(OperandType type, ReadOnlySpan<byte> rest) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(rest),
        _ => 4,
    };
}
