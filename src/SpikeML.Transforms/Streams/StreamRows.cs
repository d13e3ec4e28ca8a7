using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads rows into streams: one call for each row, in order.</summary>
internal sealed class StreamRows(DataViewRow row, StreamColumns columns, SpikeStreamEncoding stream)
{
    private readonly FeatureReader _values = FeatureReader.Create(row, columns.Input);
    private readonly Func<ulong>? _partition = columns.Partition is { } partition ? RowKeyReader.Create(row, partition) : null;
    private readonly Func<ulong>? _order = columns.Order is { } order ? OrderReader.Create(row, order) : null;
    private readonly float[] _spikes = new float[columns.Slots];

    /// <summary>Takes the row as the next step of its stream.</summary>
    public void Advance()
    {
        try
        {
            stream.Encode(_partition?.Invoke() ?? 0, _order?.Invoke() ?? 0, _values.Read(), _spikes);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(columns.Input.Name);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Row {row.Position}: {error.Message}"), error);
        }
    }

    /// <summary>The spikes of the row that was taken last.</summary>
    public void CopyTo(ref VBuffer<float> spikes)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref spikes, _spikes.Length);
        _spikes.CopyTo(editor.Values);
        spikes = editor.Commit();
        SpikeBuffers.Compact(ref spikes, _spikes.Length - _spikes.AsSpan().Count(0f));
    }
}
