using System.Reflection;

namespace SpikeML.Tests.Arithmetic;

/// <summary>A method with a loop.</summary>
/// <param name="Method">The method.</param>
/// <param name="Calls">What it calls in its loops.</param>
internal sealed record MethodLoop(MethodBase Method, IReadOnlyList<MethodBase> Calls);

/// <summary>Finds the loops of compiled methods: branches back to an earlier instruction.</summary>
internal static class MethodLoops
{
    public static IEnumerable<MethodLoop> Of(Assembly assembly) =>
        MethodBodies.Of(assembly).OfType<MethodInfo>().Select(Of).OfType<MethodLoop>();

    /// <summary>Null where the method has no loop.</summary>
    private static MethodLoop? Of(MethodInfo method)
    {
        Instruction[] instructions = [.. MethodBodies.Instructions(method)];
        (int From, int To)[] loops = [.. instructions.Where(instruction => instruction.Target <= instruction.At)
            .Select(instruction => (instruction.Target!.Value, instruction.At))];
        return loops.Length == 0 ? null : new(method, [.. instructions
            .Where(instruction => loops.Any(loop => instruction.At >= loop.From && instruction.At <= loop.To))
            .Select(instruction => instruction.Method).OfType<MethodBase>()]);
    }
}
