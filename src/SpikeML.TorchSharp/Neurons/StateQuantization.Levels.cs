using static TorchSharp.torch;

namespace SpikeML.Torch;

// The levels, and the nearest of them.
public sealed partial record StateQuantization
{
    private static readonly double[] Ratios = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.925];

    /// <summary>The nearest level of each element, without a gradient; what is not a number stays so.</summary>
    internal Tensor Nearest(Tensor states)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor levels = tensor(_levels, device: states.device).to(states.dtype);
        // Whole numbers, which TensorArithmetic's doubles would turn into others.
        using TorchSharp.Scalar first = 0, last = _levels.Length - 1, step = -1, one = 1;
        Tensor above = bucketize(states.contiguous(), levels).clamp_max(last);
        Tensor below = above.add(step, one).clamp_min(first);
        (Tensor lower, Tensor upper) = (levels.take(below), levels.take(above));
        Tensor nearest = where(upper.Minus(states).abs().lt(lower.Minus(states).abs()), upper, lower);
        return where(states.isnan(), states, nearest).MoveToOuterDisposeScope();
    }

    /// <summary>The same in place, without libtorch.</summary>
    internal void Quantize(Span<float> states)
    {
        foreach (ref float state in states)
            state = Nearest(state);
    }

    private float Nearest(float state)
    {
        if (float.IsNaN(state))
            return state;
        int above = Math.Min(FirstFrom(state), _levels.Length - 1);
        float lower = _levels[Math.Max(above - 1, 0)], upper = _levels[above];
        return MathF.Abs(upper - state) < MathF.Abs(lower - state) ? upper : lower;
    }

    /// <summary>The index of the first level that is not below a state.</summary>
    private int FirstFrom(float state)
    {
        int from = 0, to = _levels.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = _levels[middle] < state ? (middle + 1, to) : (from, middle);
        }
        return from;
    }

    private static double RatioOf(int bits) => bits <= Ratios.Length ? Ratios[bits - 1] : 0.95;

    /// <summary>Levels from a start, nearer and nearer to each other, that end before start + range.</summary>
    private static IEnumerable<float> Rising(double start, double range, int count, double ratio)
    {
        double room = Sum(count, ratio) / range, level = start;
        for (int i = 0; i < count; i++)
        {
            yield return (float)level;
            level += Math.Pow(ratio, i) / room;
        }
    }

    /// <summary>Levels after a start, farther and farther from each other, that end at start + range.</summary>
    private static IEnumerable<float> Falling(double start, double range, int count, double ratio)
    {
        double room = Sum(count, ratio) / range, level = start;
        for (int i = count - 1; i >= 0; i--)
        {
            level += Math.Pow(ratio, i) / room;
            yield return (float)level;
        }
    }

    private static double Sum(int count, double ratio)
    {
        double sum = 0;
        for (int i = count - 1; i >= 0; i--)
            sum += Math.Pow(ratio, i);
        return sum;
    }
}
