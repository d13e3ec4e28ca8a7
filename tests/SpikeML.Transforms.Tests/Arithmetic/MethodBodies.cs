using System.Reflection;
using System.Reflection.Emit;

namespace SpikeML.Tests.Arithmetic;

/// <summary>An instruction of a method.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Code">What it does.</param>
/// <param name="Method">The method that it names, or null.</param>
/// <param name="Target">Where it branches to, or null.</param>
internal sealed record Instruction(int At, OpCode Code, MethodBase? Method, int? Target);

/// <summary>Reads compiled methods.</summary>
internal static class MethodBodies
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>The methods and constructors of an assembly.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)));

    /// <summary>The instructions of a method, none if it has no body.</summary>
    public static IEnumerable<Instruction> Instructions(MethodBase method)
    {
        byte[] body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0, next; at < body.Length; at = next)
        {
            ushort value = body[at] == 0xFE ? (ushort)(0xFE00 | body[at + 1]) : body[at];
            int operand = at + (value > 0xFF ? 2 : 1);
            OpCode code = OpCodesByValue[value];
            next = operand + LengthOf(code, body, operand);
            yield return new(at, code,
                code.OperandType == OperandType.InlineMethod ? Resolve(method, BitConverter.ToInt32(body, operand)) : null,
                code.OperandType is not (OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget) ? null
                    : next + (next - operand == 1 ? (sbyte)body[operand] : BitConverter.ToInt32(body, operand)));
        }
    }

    private static MethodBase Resolve(MethodBase method, int token) => method.Module.ResolveMethod(token,
        method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : [])!;

    private static int LengthOf(OpCode code, byte[] body, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, operand),
        _ => 4,
    };
}
