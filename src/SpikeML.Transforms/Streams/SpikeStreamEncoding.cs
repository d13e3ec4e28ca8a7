using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Encodes streams step by step. For each stream it only keeps the last values (delta) or the baselines (step-forward). The
/// spikes of a stream are the same as if its steps were encoded as one series.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class SpikeStreamEncoding
{
    private readonly IStreamCode _code;
    private readonly int _slots;
    private readonly int _maxPartitions;
    private readonly Dictionary<ulong, int> _places;
    private double[] _values;
    private ulong[] _orders;

    /// <summary>Creates an encoding without any streams.</summary>
    /// <param name="code">The options of delta coding, or of step-forward coding with its threshold set.</param>
    /// <param name="slots">The number of values in one step, at least 1.</param>
    /// <param name="maxPartitions">The maximum number of streams, at least 1.</param>
    /// <exception cref="ArgumentException">The code cannot encode streams, or its threshold is not set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SpikeStreamEncoding(SeriesCode code, int slots, int maxPartitions = 100_000)
        : this(StreamCodes.Checked(code), slots, maxPartitions, [], [], [])
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPartitions);
    }

    private SpikeStreamEncoding(IStreamCode code, int slots, int maxPartitions, Dictionary<ulong, int> places, double[] values,
        ulong[] orders) =>
        (_code, _slots, _maxPartitions, _places, _values, _orders) = (code, slots, maxPartitions, places, values, orders);

    /// <summary>The number of streams that have begun.</summary>
    public int Count => _places.Count;

    internal int Slots => _slots;

    /// <summary>Encodes the next step of one stream. A step that throws changes nothing.</summary>
    /// <param name="partition">The key of the stream.</param>
    /// <param name="values">The step's values.</param>
    /// <param name="spikes">Receives 1, 0 or -1 for each value.</param>
    /// <exception cref="ArgumentException">The lengths are not the number of slots.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The step would start more streams than allowed.</exception>
    public void Encode(ulong partition, ReadOnlySpan<float> values, Span<float> spikes) => Encode(partition, 0, values, spikes);

    /// <inheritdoc cref="Encode(ulong, ReadOnlySpan{float}, Span{float})"/>
    public void Encode(ulong partition, ReadOnlySpan<double> values, Span<float> spikes)
    {
        using RoundedValues own = new(values);
        Encode(partition, 0, own.Values, spikes);
    }

    /// <summary>
    /// Same as <see cref="Encode(ulong, ReadOnlySpan{float}, Span{float})"/>, with an order that must not be below that of the
    /// stream's previous step.
    /// </summary>
    internal void Encode(ulong partition, ulong order, in ColumnValues values, Span<float> spikes)
    {
        if (values.Length != _slots || spikes.Length != _slots)
            throw new ArgumentException(
                $"A step needs {Counted.Of(_slots, "value")} and room for as many spikes, got {values.Length} and "
                    + $"{spikes.Length}.",
                nameof(values));
        FeatureCheck.AllFinite(values);
        bool begins = !_places.TryGetValue(partition, out int place);
        if (begins)
            place = Begin(partition);
        else if (order < _orders[place])
            throw new InvalidOperationException(
                "The order column decreases: set OutOfOrder = Sort, or sort the rows by it, at least within each partition.");
        _orders[place] = order;
        _code.Step(begins, values, spikes, _values.AsSpan(place * _slots, _slots));
    }

    internal SpikeStreamEncoding Clone() => new(_code, _slots, _maxPartitions, new(_places), [.. _values], [.. _orders]);

    internal void Save(BinaryWriter writer)
    {
        writer.Write(_slots);
        writer.Write(_places.Count);
        foreach ((ulong partition, int place) in _places)
        {
            writer.Write(partition);
            writer.Write(_orders[place]);
            foreach (double value in _values.AsSpan(place * _slots, _slots))
                writer.Write(value);
        }
    }

    internal static SpikeStreamEncoding Load(BinaryReader reader, SeriesCode code, int maxPartitions)
    {
        int slots = reader.ReadInt32(), count = reader.ReadInt32();
        reader.CheckRoom(count, sizeof(ulong));
        reader.CheckRoom(count * (slots + 2L), sizeof(double));
        if (slots < 1 || count > maxPartitions)
            throw new EndOfStreamException();
        SpikeStreamEncoding stream = new(code, slots, maxPartitions);
        for (int i = 0; i < count; i++)
        {
            int place = stream.Begin(reader.ReadUInt64());
            stream._orders[place] = reader.ReadUInt64();
            foreach (ref double value in stream._values.AsSpan(place * slots, slots))
                value = reader.ReadDouble();
        }
        return stream;
    }

    private int Begin(ulong partition)
    {
        int place = _places.Count;
        if (place == _maxPartitions)
            throw new InvalidOperationException(
                $"There are more streams than MaxPartitions ({_maxPartitions}): raise it, or name another partition column.");
        if (place == _orders.Length)
        {
            int room = (int)Math.Min(Math.Max(1, 2L * place), _maxPartitions);
            Array.Resize(ref _orders, room);
            Array.Resize(ref _values, checked(room * _slots));
        }
        CollectionsMarshal.GetValueRefOrAddDefault(_places, partition, out _) = place;
        return place;
    }
}
