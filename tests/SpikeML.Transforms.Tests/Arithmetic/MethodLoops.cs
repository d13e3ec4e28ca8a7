using System.Reflection;
using System.Reflection.Emit;

namespace SpikeML.Tests.Arithmetic;

/// <summary>A method with a loop.</summary>
/// <param name="Method">The method.</param>
/// <param name="Calls">What it calls in its loops.</param>
internal sealed record MethodLoop(MethodBase Method, IReadOnlyList<MethodBase> Calls);

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

    /// <summary>Null where the method has no loop.</summary>
    private static MethodLoop? Of(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
            return null;
        List<(int At, MethodBase Method)> calls = [];
        List<(int From, int To)> loops = [];
        for (int at = 0, next; at < body.Length; at = next)
        {
            ushort value = body[at] == 0xFE ? (ushort)(0xFE00 | body[at + 1]) : body[at];
            int operand = at + (value > 0xFF ? 2 : 1);
            OpCode code = OpCodesByValue[value];
            next = operand + LengthOf(code, body, operand);
            if (code.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget)
            {
                int target = next + (next - operand == 1 ? (sbyte)body[operand] : BitConverter.ToInt32(body, operand));
                if (target <= at)
                    loops.Add((target, at));
            }
            else if (code.OperandType == OperandType.InlineMethod)
            {
                calls.Add((at, Resolve(method, BitConverter.ToInt32(body, operand))));
            }
        }
        return loops.Count == 0 ? null : new(method,
            [.. calls.Where(call => loops.Any(loop => call.At >= loop.From && call.At <= loop.To)).Select(call => call.Method)]);
    }

    private static MethodBase Resolve(MethodInfo method, int token) => method.Module.ResolveMethod(token,
        method.DeclaringType!.GetGenericArguments(), method.GetGenericArguments())!;

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
