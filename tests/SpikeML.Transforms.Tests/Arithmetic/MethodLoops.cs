using System.Reflection;
using System.Reflection.Emit;

namespace SpikeML.Tests.Arithmetic;

/// <summary>A method with a loop.</summary>
/// <param name="Method">The method.</param>
/// <param name="Calls">What it calls in its loops.</param>
internal sealed record MethodLoop(MethodBase Method, IReadOnlyList<MethodBase> Calls);

/// <summary>An instruction of a method.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Code">What it does.</param>
/// <param name="Method">The method that it names, or null.</param>
/// <param name="Target">Where it branches to, or null.</param>
internal sealed record Instruction(int At, OpCode Code, MethodBase? Method, int? Target);

/// <summary>Finds the loops of compiled methods: branches back to an earlier instruction.</summary>
internal static class MethodLoops
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    public static IEnumerable<MethodLoop> Of(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(Own)).Select(Of).OfType<MethodLoop>();

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

    /// <summary>Null where the method has no loop.</summary>
    private static MethodLoop? Of(MethodInfo method)
    {
        Instruction[] instructions = [.. Instructions(method)];
        (int From, int To)[] loops = [.. instructions.Where(instruction => instruction.Target <= instruction.At)
            .Select(instruction => (instruction.Target!.Value, instruction.At))];
        return loops.Length == 0 ? null : new(method, [.. instructions
            .Where(instruction => loops.Any(loop => instruction.At >= loop.From && instruction.At <= loop.To))
            .Select(instruction => instruction.Method).OfType<MethodBase>()]);
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
