using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>One cursor over the rows of streams.</summary>
internal static class StreamPass
{
    /// <summary>Reads the column "Spikes".</summary>
    public static (long Rows, long On, long Off) Of(IDataView data)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema["Spikes"]]);
        return Read(cursor);
    }

    /// <summary>Reads what streams read, and does nothing with it.</summary>
    public static long Plain(IDataView data)
    {
        using DataViewRowCursor cursor = data.GetRowCursor(data.Schema.Where(column => column.Name is "Sensor" or "Value"));
        ValueGetter<int> sensorGetter = cursor.GetGetter<int>(data.Schema["Sensor"]);
        ValueGetter<float> valueGetter = cursor.GetGetter<float>(data.Schema["Value"]);
        (long rows, int sensor, float value) = (0, 0, 0);
        for (; cursor.MoveNext(); rows++)
        {
            sensorGetter(ref sensor);
            valueGetter(ref value);
        }
        return rows;
    }

    /// <summary>What the garbage-collected heap holds more at the end of a pass, its cursor still open, than before.</summary>
    public static long BytesHeld(IDataView data)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema["Spikes"]]);
        Read(cursor);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(data);
        return after - before;
    }

    private static (long Rows, long On, long Off) Read(DataViewRowCursor cursor)
    {
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Spikes"]);
        VBuffer<float> spikes = default;
        (long rows, long on, long off) = (0, 0, 0);
        for (; cursor.MoveNext(); rows++)
        {
            getter(ref spikes);
            float spike = spikes.GetItemOrDefault(0);
            if (spike > 0)
                on++;
            else if (spike < 0)
                off++;
        }
        return (rows, on, off);
    }
}
