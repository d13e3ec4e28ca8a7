using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// The spikes of all rows, encoded in the order of their order column and kept in the order of the rows. They are computed when
/// first asked for, and are then the same for every cursor.
/// </summary>
internal sealed class SortedSpikes(IHost host, IDataView data, StreamColumns columns, int maxRows,
    Func<SpikeStreamEncoding> makeStream, CancellationToken cancellationToken)
{
    private readonly Lock _lock = new();
    private sbyte[]? _value;

    /// <summary>1, 0 or -1 for each slot of each row.</summary>
    public sbyte[] Value
    {
        get
        {
            // Cursors that start together wait for one of them; after an error, the next one tries again.
            lock (_lock)
                return _value ??= Encode(makeStream());
        }
    }

    private sbyte[] Encode(SpikeStreamEncoding stream)
    {
        // The current row, for errors.
        int row = 0;
        try
        {
            StreamLog log = Read(ref row);
            return Encode(log, stream, ref row);
        }
        catch (InvalidOperationException error) when (error is not InvalidFeatureException)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Row {row}: {error.Message}"), error);
        }
    }

    private void CheckAlive() => host.CheckAlive(cancellationToken);

    private StreamLog Read(ref int row)
    {
        using IChannel channel = host.Start("Sorting streams");
        using DataViewRowCursor cursor = data.GetRowCursor(columns.Needed.DistinctBy(column => column.Index));
        StreamStep step = new(cursor, columns);
        StreamLog log = new(columns.Slots);
        for (; cursor.MoveNext(); row++)
        {
            CheckAlive();
            if (row == maxRows)
                throw new InvalidOperationException(
                    $"There are more rows to sort than MaxSortedRows ({maxRows}): raise it, or sort them by the order "
                        + "column first.");
            log.Add(step.Partition(), step.Order(), FiniteValues(step));
        }
        channel.Info($"Sorting {Counted.Of(log.Count, "row")}.");
        return log;
    }

    /// <summary>Values are checked here, because the log does not keep the digits of those that were rounded.</summary>
    private ColumnValues FiniteValues(StreamStep step)
    {
        ColumnValues values = step.Values();
        try
        {
            FeatureCheck.AllFinite(values);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(columns.Input.Name, step.Original(error.Slot));
        }
        return values;
    }

    private sbyte[] Encode(StreamLog log, SpikeStreamEncoding stream, ref int row)
    {
        int slots = stream.Slots;
        sbyte[] encoded = new sbyte[log.Count * slots];
        float[] spikes = new float[slots];
        foreach (int place in log.Sorted(CheckAlive))
        {
            CheckAlive();
            row = place;
            stream.Encode(log.Partition(row), 0, log.Values(row), spikes);
            for (int slot = 0; slot < slots; slot++)
                encoded[row * slots + slot] = (sbyte)spikes[slot];
        }
        return encoded;
    }
}
