using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The steps at which the fields of features fire, round(NumSteps (1 - activation)), in single precision. The few results so
/// close to a half that an error could change their rounding are recomputed in double precision.
/// </summary>
internal static class FieldSteps
{
    /// <summary>Several times the error of 1 - activation in single precision, which is below 10^-6.</summary>
    private const float Doubt = 4e-6f;

    /// <summary>Beyond this, an activation is negligible in single precision.</summary>
    private const double FarAway = 80;

    /// <summary>
    /// The room that the distances of that many fields need, including what the last vectors write beyond them.
    /// </summary>
    public static int Room(int fields) => Lanes.Padded(fields) + Lanes.Count;

    /// <summary>Finds the step of each field, or NumSteps if it does not fire.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="fields">The fields of each feature, or one set for all.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="distances">Working memory of <see cref="Room"/> values.</param>
    /// <param name="steps">Receives the steps, all fields of the first feature first.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Find<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<GaussianFields> fields, int numSteps, Span<float> distances, Span<int> steps)
        where T : unmanaged
    {
        int count = features.IsEmpty ? 0 : steps.Length / features.Length;
        Measure(features, fields, count, distances);
        int first = 0;
        for (; first < Lanes.Whole(steps.Length); first += Lanes.Count)
        {
            Vector512<float> exact = Times(Vector512.Create<float>(distances[first..]), numSteps),
                rounded = Vector512.Round(exact);
            Vector512.ConvertToInt32Native(rounded).CopyTo(steps[first..]);
            uint doubtful = Doubtful(exact, rounded, numSteps);
            if (doubtful != 0)
                FindExactly(features, fields, numSteps, doubtful, first, steps);
        }
        // The remaining fields do not fill a vector.
        FindExactly(features, fields, numSteps, (1u << (steps.Length - first)) - 1, first, steps);
    }

    /// <summary>Finds the distance of each feature from each of its fields.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Measure<T>(ReadOnlySpan<T> features, ReadOnlySpan<GaussianFields> fields, int count,
        Span<float> distances)
        where T : unmanaged
    {
        for (int slot = 0; slot < features.Length; slot++)
        {
            double feature = ValueLanes.Wide(features[slot]);
            ref readonly GaussianFields own = ref fields[fields.Length == 1 ? 0 : slot];
            // The next feature overwrites what is written beyond a feature's last field.
            for (int field = 0; field < count; field += Vector512<double>.Count)
            {
                Vector512<double> distance = Vector512.Min(own.Distances(feature, field), Vector512.Create(FarAway));
                LaneNarrowing.Narrow(distance).CopyTo(distances[(slot * count + field)..]);
            }
        }
    }

    private static uint Doubtful(Vector512<float> exact, Vector512<float> rounded, int numSteps) =>
        (uint)Vector512.GreaterThanOrEqual(
        Vector512.Abs(exact - rounded), Vector512.Create(0.5f - Doubt * numSteps)).ExtractMostSignificantBits();

    /// <summary>numSteps (1 - e^-distance): e^-x = 2^n 2^f, f from -1/2 to 1/2, and 2^f by the series of e^(f ln 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Times(Vector512<float> distances, int numSteps)
    {
        Vector512<float> power = distances * -1.44269504f, whole = Vector512.Round(power), rest = power - whole;
        Vector512<float> sum = Vector512.Create(1.5403530e-4f);
        sum = sum * rest + Vector512.Create(1.3333558e-3f);
        sum = sum * rest + Vector512.Create(9.6181291e-3f);
        sum = sum * rest + Vector512.Create(5.5504109e-2f);
        sum = sum * rest + Vector512.Create(0.24022651f);
        sum = sum * rest + Vector512.Create(0.69314718f);
        sum = sum * rest + Vector512<float>.One;
        Vector512<int> exponent = (Vector512.ConvertToInt32Native(whole) + Vector512.Create(127)) << 23;
        return (Vector512<float>.One - sum * exponent.AsSingle()) * numSteps;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FindExactly<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<GaussianFields> fields, int numSteps, uint doubtful, int first,
            Span<int> steps)
        where T : unmanaged
    {
        int count = features.IsEmpty ? 0 : steps.Length / features.Length;
        for (; doubtful != 0; doubtful &= doubtful - 1)
        {
            int neuron = first + BitOperations.TrailingZeroCount(doubtful), slot = neuron / count;
            double activation = fields[fields.Length == 1 ? 0 : slot].Activation(ValueLanes.Wide(features[slot]), neuron % count);
            steps[neuron] = (int)Math.Round(numSteps * (1 - activation));
        }
    }
}
