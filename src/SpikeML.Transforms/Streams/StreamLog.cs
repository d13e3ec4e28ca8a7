using System.Numerics.Tensors;

namespace SpikeML;

/// <summary>Rows of streams in memory, to be sorted.</summary>
internal sealed class StreamLog(int slots)
{
    private Place[] _places = [];
    private ulong[] _partitions = [];
    private float[] _values = [];
    private double[] _doubles = [];

    public int Count { get; private set; }

    public void Add(ulong partition, ulong order, in ColumnValues values)
    {
        if (Count == _places.Length)
            Grow(values.AreDoubles);
        _places[Count] = new Place(order, Count);
        _partitions[Count] = partition;
        if (values.AreDoubles)
            values.Doubles.CopyTo(_doubles.AsSpan(Count * slots));
        else
            values.Singles.CopyTo(_values.AsSpan(Count * slots));
        Count++;
    }

    public ulong Partition(int row) => _partitions[row];

    /// <summary>The values of a row; they overwrite previously returned values.</summary>
    public ColumnValues Values(int row)
    {
        if (_doubles.Length == 0)
            return new(_values.AsSpan(row * slots, slots));
        ReadOnlySpan<double> doubles = _doubles.AsSpan(row * slots, slots);
        TensorPrimitives.ConvertTruncating(doubles, _values);
        return new(_values, doubles);
    }

    /// <summary>The rows in the order of their order column; equal rows keep their order.</summary>
    /// <param name="checkAlive">Throws if sorting is to be cancelled.</param>
    public IEnumerable<int> Sorted(Action checkAlive)
    {
        RunSort.Sort(_places, Count, checkAlive);
        for (int i = 0; i < Count; i++)
            yield return _places[i].Row;
    }

    private void Grow(bool doubles)
    {
        int most = Array.MaxLength / slots;
        if (Count == most)
            throw new InvalidOperationException(
                $"More than {most} rows of {Counted.Of(slots, "slot")} cannot be sorted in memory: sort them by the order "
                    + "column first.");
        int room = (int)Math.Min(most, Math.Max(16, 2L * Count));
        Array.Resize(ref _places, room);
        Array.Resize(ref _partitions, room);
        if (doubles)
            Array.Resize(ref _doubles, room * slots);
        Array.Resize(ref _values, doubles ? slots : room * slots);
    }

    private readonly record struct Place(ulong Order, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) => Order != other.Order ? Order.CompareTo(other.Order) : Row.CompareTo(other.Row);
    }
}
