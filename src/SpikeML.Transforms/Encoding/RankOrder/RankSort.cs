using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Sorts the features of a row, the largest first; equal features are ordered by slot. Buckets of equal width between the minimum
/// and the maximum hold one or two features each unless values cluster; then they are sorted one by one.
/// </summary>
internal static class RankSort
{
    /// <summary>Insertion sort is fastest for buckets of up to this many features.</summary>
    private const int MostToInsert = 24;

    private const int MostBuckets = 4096;

    /// <summary>Finds the first features of the order.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="order">Receives the slots of the largest features, as many as it has room for.</param>
    public static void Largest(ReadOnlySpan<float> features, Span<int> order)
    {
        int bucketCount = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)features.Length) / 2, 1, MostBuckets);
        using PooledSpan<ulong> keys = new(features.Length);
        using PooledSpan<int> buckets = new(features.Length);
        using PooledSpan<int> places = new(bucketCount);
        ToBuckets(features, buckets.Span, bucketCount);
        int sorted = Distribute(features, buckets.Span, places.Span, order.Length, keys.Span);
        SortBuckets(keys.Span[..sorted], places.Span);
        Insert(keys.Span[..sorted]);
        for (int rank = 0; rank < order.Length; rank++)
            order[rank] = (int)(uint)keys.Span[rank];
    }

    /// <summary>The bucket of each feature; larger features have lower bucket numbers.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ToBuckets(ReadOnlySpan<float> features, Span<int> buckets, int bucketCount)
    {
        float largest = TensorPrimitives.Max(features), scale = (bucketCount - 1) / (largest - TensorPrimitives.Min(features));
        if (!(scale > 0 && float.IsFinite(scale)))
        {
            buckets.Clear();
            return;
        }
        // Rounded subtraction and multiplication never reverse the order of two numbers.
        int slot = 0;
        for (; slot < Lanes.Whole(features.Length); slot += Lanes.Count)
        {
            Vector512<float> below = Vector512.Create(largest) - Vector512.Create(features[slot..]);
            Vector512.ConvertToInt32Native(below * scale).CopyTo(buckets[slot..]);
        }
        for (; slot < features.Length; slot++)
            buckets[slot] = (int)((largest - features[slot]) * scale);
    }

    /// <summary>
    /// Orders the keys of the features by bucket, as far as the buckets hold any of the features that are wanted, and returns
    /// their number. Leaves the end of each bucket in <paramref name="places"/>.
    /// </summary>
    private static int Distribute(ReadOnlySpan<float> features, ReadOnlySpan<int> buckets, Span<int> places, int wanted,
        Span<ulong> keys)
    {
        places.Clear();
        foreach (int bucket in buckets)
            places[bucket]++;
        int count = 0, last = 0;
        for (; last < places.Length && count < wanted; last++)
            (places[last], count) = (count, count + places[last]);
        for (int slot = 0; slot < buckets.Length; slot++)
        {
            int bucket = buckets[slot];
            if (bucket < last)
                keys[places[bucket]++] = (ulong)~Ascending(features[slot]) << 32 | (uint)slot;
        }
        return count;
    }

    /// <summary>Sorts the buckets that hold many keys, unless they are already in order, as equal features are.</summary>
    private static void SortBuckets(Span<ulong> keys, ReadOnlySpan<int> ends)
    {
        int start = 0;
        for (int bucket = 0; start < keys.Length; bucket++)
        {
            Span<ulong> own = keys[start..ends[bucket]];
            if (own.Length > MostToInsert && !IsSorted(own))
                own.Sort();
            start = ends[bucket];
        }
    }

    private static bool IsSorted(ReadOnlySpan<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
                return false;
        }
        return true;
    }

    /// <summary>No key is further from its place than the length of its bucket.</summary>
    private static void Insert(Span<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int place = i;
            for (; place > 0 && keys[place - 1] > key; place--)
                keys[place] = keys[place - 1];
            keys[place] = key;
        }
    }

    /// <summary>Bits in the same order as the numbers; 0 and -0 are equal.</summary>
    private static uint Ascending(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
    }
}
