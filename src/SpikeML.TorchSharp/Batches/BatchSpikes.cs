using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The spikes of one batch after another, while rows are read: events where these are wanted and few, otherwise a dense tensor.
/// </summary>
/// <param name="numSteps">The number of steps of a row.</param>
/// <param name="batchSize">The largest number of rows.</param>
/// <param name="neurons">The number of neurons of a row.</param>
/// <param name="asEvents">Whether events are wanted.</param>
/// <param name="device">The device of the tensors, or null for the CPU. Other devices have no events, only tensors.</param>
internal sealed class BatchSpikes(int numSteps, int batchSize, int neurons, bool asEvents, Device? device = null) : IDisposable
{
    private readonly EventGathering _events = new(numSteps, neurons);

    // Events are fewer bytes to copy to a device.
    private readonly bool _gathers = asEvents || DeviceCopy.IsNeeded(device);
    private Tensor? _dense;

    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(in VBuffer<float> row)
    {
        if (!_gathers || row.IsDense)
            MakeDense();
        if (_dense is null)
            _events.Add(row.GetIndices(), row.GetValues());
        else if (row.IsDense)
            BatchRows.Copy(row.GetValues(), Values, Rows, batchSize, neurons);
        else
            BatchRows.Scatter(row.GetIndices(), row.GetValues(), Values, Rows, batchSize, neurons);
        Rows++;
    }

    /// <summary>
    /// The rows since the last call, at least one: events, or a tensor, [numSteps, rows, neurons], which the caller must dispose.
    /// </summary>
    public (Tensor? Dense, InputEvents? Events) Take()
    {
        if (_dense is null && _events.Count > EventLinear.SparseShare * Rows * numSteps * neurons)
            MakeDense();
        int rows = Rows;
        Tensor? dense = _dense;
        InputEvents? events = null;
        if (dense is null && DeviceCopy.IsNeeded(device))
            dense = DeviceCopy.Spread(_events, device);
        else if (dense is null)
            events = _events.ToEvents();
        else
            dense = DeviceCopy.To(Filled(dense, rows), device);
        (_dense, Rows) = (null, 0);
        _events.Clear();
        return (dense, events);
    }

    public void Dispose() => _dense?.Dispose();

    private Span<float> Values => MemoryMarshal.Cast<byte, float>(_dense!.bytes);

    /// <summary>The rows that have been added; the given tensor is disposed if another is returned.</summary>
    private Tensor Filled(Tensor dense, int rows)
    {
        if (rows == batchSize)
            return dense;
        using (dense)
        using (Tensor part = dense.narrow(1, 0, rows))
            return part.contiguous();
    }

    private void MakeDense()
    {
        if (_dense is not null)
            return;
        _dense = zeros([numSteps, batchSize, neurons]);
        for (int row = 0; row < _events.Rows; row++)
            BatchRows.Scatter(_events.Slots(row), _events.Values(row), Values, row, batchSize, neurons);
    }
}
