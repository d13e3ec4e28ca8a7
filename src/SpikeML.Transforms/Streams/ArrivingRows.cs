using Microsoft.ML;

namespace SpikeML;

/// <summary>Encodes rows as they arrive.</summary>
internal sealed class ArrivingRows(DataViewRow row, StreamColumns columns, SpikeStreamEncoding stream) : StreamRows(columns.Slots)
{
    private readonly StreamStep _step = new(row, columns);

    /// <summary>Encodes the row as the next step of its stream.</summary>
    public override void Advance()
    {
        try
        {
            stream.Encode(_step.Partition(), _step.Order(), _step.Values(), Spikes);
        }
        catch (InvalidFeatureException error) when (error.ColumnName is null)
        {
            throw error.InColumn(columns.Input.Name, _step.Original(error.Slot));
        }
        catch (InvalidOperationException error) when (error is not InvalidFeatureException)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Row {row.Position}: {error.Message}"), error);
        }
    }
}
