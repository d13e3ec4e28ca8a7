using System.Collections.Concurrent;
using System.Globalization;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The walk of leaky neurons over time as TorchScript, whose steps libtorch fuses on a GPU, five to a kernel.</summary>
/// <remarks>
/// The constants are part of the text, so that libtorch can fold them into its kernels.
/// </remarks>
internal static class LeakyScript
{
    private static readonly ConcurrentDictionary<string, jit.CompilationUnit> Scripts = [];

    /// <summary>The membranes of all steps from the currents, both [numSteps, ...].</summary>
    public static Tensor Membranes(Tensor currents, LeakyConstants constants) =>
        Compiled(constants).invoke<Tensor>("walk", currents);

    /// <summary>
    /// The gradients of the currents of neurons that are reset to zero, from those of the membranes at each step alone.
    /// </summary>
    public static Tensor Gradients(Tensor own, Tensor membranes, LeakyConstants constants) =>
        Compiled(constants).invoke<Tensor>("walk_back", own, membranes);

    private static jit.CompilationUnit Compiled(LeakyConstants constants) =>
        Scripts.GetOrAdd(Text(constants), text => jit.compile(text));

    private static string Text(LeakyConstants constants)
    {
        (string beta, string threshold) = (Number(constants.Beta), Number(constants.Threshold));
        string spared = $"(m <= {threshold}).type_as(m)";
        string next = constants.Reset switch
        {
            ResetMechanism.Subtract => $"m * {beta} + c - (m > {threshold}).type_as(m) * {threshold}",
            ResetMechanism.Zero => $"{spared} * m * {beta} + c",
            _ => $"m * {beta} + c",
        };
        return $"""
            def step(m, c):
                return {next}

            def five(m, a, b, c, d, e):
                m1 = step(m, a)
                m2 = step(m1, b)
                m3 = step(m2, c)
                m4 = step(m3, d)
                return m1, m2, m3, m4, step(m4, e)

            def walk(currents):
                c = torch.unbind(currents, 0)
                m = torch.zeros_like(c[0])
                membranes = []
                t = 0
                while t + 5 <= len(c):
                    m1, m2, m3, m4, m = five(m, c[t], c[t + 1], c[t + 2], c[t + 3], c[t + 4])
                    membranes += [m1, m2, m3, m4, m]
                    t += 5
                while t < len(c):
                    m = step(m, c[t])
                    membranes.append(m)
                    t += 1
                return torch.stack(membranes)

            def step_back(g, own, m):
                return own + g * {beta} * {spared}

            def walk_back(gradients, membranes):
                own = torch.unbind(gradients, 0)
                m = torch.unbind(membranes, 0)
                g = torch.zeros_like(own[0])
                walked = []
                t = len(own) - 1
                while t >= 0:
                    g = step_back(g, own[t], m[t])
                    walked.append(g)
                    t -= 1
                return torch.flip(torch.stack(walked), [0])

            """;
    }

    private static string Number(float number) => number.ToString("R", CultureInfo.InvariantCulture);
}
