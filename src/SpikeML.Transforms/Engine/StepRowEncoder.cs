using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A code that encodes a row step by step and carries a state from step to step.</summary>
internal interface IStepCode
{
    /// <summary>The number of values in the state.</summary>
    int StateLength(RowShape shape);

    /// <summary>Checks the row and initializes the state for the first step.</summary>
    void Begin(in RowInput row, Span<double> state);

    /// <summary>Writes the values of some steps and advances the state.</summary>
    /// <param name="row">The row.</param>
    /// <param name="firstStep">The first of the steps.</param>
    /// <param name="state">The state before the first step.</param>
    /// <param name="spikes">Receives complete steps: all neurons of the first step first.</param>
    void EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes);
}

/// <summary>The number of steps of such a code that are encoded at a time.</summary>
internal static class StepBlocks
{
    /// <summary>
    /// The number of values that are packed at a time. Together with their inputs they fit in the second-level cache, and they
    /// are enough steps that a kernel does not spend most of its time on loading and storing its state.
    /// </summary>
    public const int Length = 8192;

    /// <summary>The number of values in that many complete steps, at least one step.</summary>
    public static int LengthFor(RowShape shape) =>
        Math.Min(shape.OutputLength, shape.OutputWidth * Math.Max(1, Length / shape.OutputWidth));
}

/// <summary>
/// Packs the steps of such a code a few at a time while they are in the cache. A row with spikes in more than half of its values
/// is written dense, and the next row starts out dense too, because rows of a column tend to be alike. Sparse rows of a code that
/// lists slots are not written step by step.
/// </summary>
internal sealed class StepRowEncoder<TCode> : RowEncoder
    where TCode : SpikeCode, IStepCode
{
    private readonly TCode _code;
    private readonly RowShape _shape;
    private readonly double[] _state;
    private readonly float[] _block;
    private readonly SlotRow? _slots;
    private bool _lastWasDense;

    public StepRowEncoder(TCode code, RowShape shape)
    {
        (_code, _shape) = (code, shape);
        _state = new double[code.StateLength(shape)];
        _block = new float[StepBlocks.LengthFor(shape)];
        _slots = code is ISlotCode slots ? new SlotRow(slots, shape) : null;
    }

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        if (!_lastWasDense && (_slots?.TryEncode(row, ref output) ?? TryEncodeSparse(row, ref output)))
            return;
        _code.Begin(row, _state);
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, _shape.OutputLength);
        int count = EncodeDense(row, dense.Values);
        output = dense.Commit();
        _lastWasDense = count > SpikeBuffers.LargestSparseCount(_shape.OutputLength);
        SpikeBuffers.Compact(ref output, count);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private int EncodeDense(in RowInput row, Span<float> values)
    {
        int count = 0;
        for (int first = 0; first < values.Length; first += _block.Length)
        {
            Span<float> block = values.Slice(first, Math.Min(_block.Length, values.Length - first));
            _code.EncodeSteps(row, first / _shape.OutputWidth, _state, block);
            count += SpikeBuffers.Count(block);
        }
        return count;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private bool TryEncodeSparse(in RowInput row, ref VBuffer<float> output)
    {
        _code.Begin(row, _state);
        int most = SpikeBuffers.LargestSparseCount(_shape.OutputLength), count = 0;
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, _shape.OutputLength, most);
        for (int first = 0; first < _shape.OutputLength; first += _block.Length)
        {
            Span<float> block = _block.AsSpan(0, Math.Min(_block.Length, _shape.OutputLength - first));
            _code.EncodeSteps(row, first / _shape.OutputWidth, _state, block);
            if (!SpikeBuffers.TryPack(block, first, sparse.Indices, sparse.Values, ref count))
                return false;
        }
        output = sparse.CommitTruncated(count);
        return true;
    }
}
