using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// The ramps of an interpolated latency code with an off-target of 0: they end at the spikes, so their steps are all that is
/// written, unless they are more than half of the row.
/// </summary>
internal sealed class LatencyRampEncoder : RowEncoder
{
    private readonly LatencyEncodingOptions _options;
    private readonly RowShape _shape;
    private readonly float[] _steps;
    private readonly float _onTarget;

    public LatencyRampEncoder(LatencyEncodingOptions options, RowShape shape)
    {
        (_options, _shape, _onTarget) = (options, shape, (float)options.OnTarget);
        _steps = new float[Lanes.Padded(shape.OutputWidth)];
        // Neurons beyond the last one have no ramp.
        Array.Fill(_steps, float.PositiveInfinity);
    }

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        Span<float> steps = _steps.AsSpan(0, _shape.OutputWidth);
        LatencyEncoding.EncodeRowSteps(row.Values, steps, _shape.OutputSteps, _options);
        (int count, int latest) = Measure(_steps, _shape.OutputSteps);
        if (count <= SpikeBuffers.LargestSparseCount(_shape.OutputLength))
        {
            WriteSparse(count, latest, ref output);
            return;
        }
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, _shape.OutputLength);
        LatencyDense.Interpolate(steps, dense.Values, steps.Length, _shape.OutputSteps, _onTarget, 0);
        output = dense.Commit();
    }

    private void WriteSparse(int count, int latest, ref VBuffer<float> output)
    {
        // Vectors are written whole, where there is room for that; in a short row, that is the number of all values.
        int room = Math.Min(count + Lanes.Count, _shape.OutputLength), written = 0;
        VBufferEditor<float> sparse = VBufferEditor.Create(
            ref output, _shape.OutputLength, room, maxValuesCapacity: _shape.OutputLength, requireIndicesOnDense: true);
        Span<int> bits = MemoryMarshal.Cast<float, int>(sparse.Values);
        for (int step = 0; step <= latest && step < _shape.OutputSteps; step++)
            written += WriteStep(step, sparse.Indices[written..], bits[written..]);
        output = sparse.CommitTruncated(written);
    }

    /// <summary>Writes the slots and values of the neurons whose ramp is above 0 at a step, and returns their number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private int WriteStep(int step, Span<int> slots, Span<int> values)
    {
        int count = 0, numSteps = _shape.OutputSteps;
        Vector512<int> lanes = Lanes.Indices + Vector512.Create(step * _shape.OutputWidth);
        foreach (ref readonly Vector512<float> own in MemoryMarshal.Cast<float, Vector512<float>>(_steps))
        {
            if (Vector512.GreaterThanOrEqualAny(own, Vector512.Create((float)step)))
            {
                Vector512<float> ramps = LatencyDense.Ramps(step, own, numSteps, _onTarget, 0);
                Vector512<int> rising = ~Vector512.Equals(ramps, Vector512<float>.Zero).AsInt32();
                LanePacking.Pack(lanes, rising, slots[count..]);
                count += LanePacking.Pack(ramps.AsInt32(), rising, values[count..]);
            }
            lanes += Vector512.Create(Vector512<int>.Count);
        }
        return count;
    }

    /// <summary>
    /// The number of values above 0, from step 1 to the spike or the last step, or that of a spike at step 0; and the latest step
    /// of a ramp.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (int Count, int Latest) Measure(ReadOnlySpan<float> steps, int numSteps)
    {
        Vector512<int> count = Vector512<int>.Zero, latest = Vector512.Create(-1), last = Vector512.Create(numSteps - 1);
        foreach (ref readonly Vector512<float> own in MemoryMarshal.Cast<float, Vector512<float>>(steps))
        {
            Vector512<int> rising = Vector512.LessThanOrEqual(own, Vector512.Create((float)numSteps)).AsInt32();
            Vector512<int> step = Vector512.ConvertToInt32(own);
            Vector512<int> atOnce = Vector512.Equals(step, Vector512<int>.Zero);
            count += Lanes.Select(atOnce, Vector512<int>.One, Vector512.Min(step, last)) & rising;
            latest = Lanes.Select(rising, Vector512.Max(latest, step), latest);
        }
        int largest = -1;
        for (int lane = 0; lane < Vector512<int>.Count; lane++)
            largest = Math.Max(largest, latest[lane]);
        return (Vector512.Sum(count), largest);
    }
}
