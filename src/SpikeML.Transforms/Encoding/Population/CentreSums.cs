using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The weights of the fields that spiked, and their weighted centres, added up for each feature: step by step, and the fields of
/// a step in their order.
/// </summary>
internal ref struct CentreSums
{
    /// <summary>Features that are added up side by side.</summary>
    private const int Together = 8;

    private readonly ReadOnlySpan<GaussianFields> _fields;
    private readonly int _fieldCount;
    private readonly Span<double> _weights, _sums, _centres;
    private bool _hasCentres;

    /// <param name="numbers">As many as <see cref="Room"/>.</param>
    /// <param name="featureCount">The number of features.</param>
    /// <param name="fields">The fields of each feature, or one set for all.</param>
    /// <param name="fieldCount">The number of fields of a feature.</param>
    public CentreSums(Span<double> numbers, int featureCount, ReadOnlySpan<GaussianFields> fields, int fieldCount)
    {
        int padded = Padded(featureCount);
        _fields = fields;
        _fieldCount = fieldCount;
        NeuronCount = featureCount * fieldCount;
        _weights = numbers[..padded];
        _sums = numbers.Slice(padded, padded);
        _centres = numbers[(2 * padded)..];
        numbers[..(2 * padded)].Clear();
    }

    /// <summary>The number of neurons of a step.</summary>
    public int NeuronCount { get; }

    /// <summary>The number of features of whole groups.</summary>
    public static int Padded(int featureCount) => (featureCount + Together - 1) & -Together;

    /// <summary>The memory for the sums and for the centres of all ranges.</summary>
    public static int Room(int featureCount, int rangeCount, int fieldCount) =>
        checked(2 * Padded(featureCount) + Padded(rangeCount) * fieldCount);

    /// <summary>Adds the spikes of a sparse step one by one, and returns the index of the first spike after it.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public readonly int AddSpikes(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int next, int firstSlot, double weight)
    {
        Span<double> weights = _weights, sums = _sums;
        ReadOnlySpan<GaussianFields> fields = _fields;
        uint fieldCount = (uint)_fieldCount, neuronCount = (uint)NeuronCount;
        for (; next < slots.Length && next < values.Length; next++)
        {
            uint neuron = (uint)(slots[next] - firstSlot);
            if (neuron >= neuronCount)
                break;
            if (values[next] == 0)
                continue;
            uint slot = neuron / fieldCount;
            weights[(int)slot] += weight;
            sums[(int)slot] += weight * fields[fields.Length == 1 ? 0 : (int)slot].Centre((int)(neuron - slot * fieldCount));
        }
        return next;
    }

    /// <summary>Adds the spikes of a step, whose bits are 0 beyond the last neuron.</summary>
    public void AddStep(ReadOnlySpan<ulong> bits, double weight)
    {
        if (!_hasCentres)
            WriteCentres();
        _hasCentres = true;
        if (_fieldCount == Together)
            AddEights(bits, weight);
        else
            AddAny(bits, weight);
    }

    /// <summary>The mean, or the middle of the range if no field fired.</summary>
    public readonly float Mean(int slot, ValueRange range) =>
        (float)(_weights[slot] > 0 ? _sums[slot] / _weights[slot] : (range.Lowest + range.Highest) / 2);

    /// <summary>Adds eight fields of each feature: a word of bits is those of eight features.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private readonly void AddEights(ReadOnlySpan<ulong> bits, double weight)
    {
        Vector512<ulong> bit = Vector512.Create(
            1UL, 1UL << 8, 1UL << 16, 1UL << 24, 1UL << 32, 1UL << 40, 1UL << 48, 1UL << 56);
        int stride = _fields.Length == 1 ? 0 : Together * Together;
        for (int first = 0, centres = 0; first < _sums.Length; first += Together, centres += stride)
            Add(Vector512.Create(bits[first / Together]), bit, _centres.Slice(centres, Together * Together), weight, first);
    }

    /// <summary>Adds any number of fields of each feature, up to 64 at a time.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private readonly void AddAny(ReadOnlySpan<ulong> bits, double weight)
    {
        int n = _fieldCount, stride = _fields.Length == 1 ? 0 : n * Together;
        for (int first = 0, centres = 0; first < _sums.Length; first += Together, centres += stride)
        {
            for (int field = 0, at = first * n; field < n; field += FieldBits.Word, at += FieldBits.Word)
            {
                Vector512<ulong> own = Vector512.Create(
                    FieldBits.From(bits, at), FieldBits.From(bits, at + n), FieldBits.From(bits, at + 2 * n),
                    FieldBits.From(bits, at + 3 * n), FieldBits.From(bits, at + 4 * n), FieldBits.From(bits, at + 5 * n),
                    FieldBits.From(bits, at + 6 * n), FieldBits.From(bits, at + 7 * n));
                Add(own, Vector512<ulong>.One,
                    _centres.Slice(centres + field * Together, Math.Min(FieldBits.Word, n - field) * Together), weight, first);
            }
        }
    }

    /// <summary>Adds successive fields of eight features.</summary>
    /// <param name="bits">The bits of each feature.</param>
    /// <param name="bit">The bit of each feature's first field.</param>
    /// <param name="centres">The centres, those of a field side by side.</param>
    /// <param name="weight">The weight of a spike.</param>
    /// <param name="first">The first feature.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(
        Vector512<ulong> bits, Vector512<ulong> bit, ReadOnlySpan<double> centres, double weight, int first)
    {
        Vector512<double> weights = Vector512.Create<double>(_weights[first..]), by = Vector512.Create(weight);
        Vector512<double> sums = Vector512.Create<double>(_sums[first..]);
        ref double centre = ref MemoryMarshal.GetReference(centres);
        for (int at = 0; at < centres.Length; at += Together, bit <<= 1)
        {
            Vector512<double> silent = Vector512.Equals(bits & bit, Vector512<ulong>.Zero).AsDouble();
            weights = Lanes.Select(silent, weights, weights + by);
            sums = Lanes.Select(silent, sums, sums + Vector512.LoadUnsafe(ref centre, (nuint)at) * by);
        }
        weights.CopyTo(_weights[first..]);
        sums.CopyTo(_sums[first..]);
    }

    /// <summary>Writes the centres of eight features at a time: all those of the first field first.</summary>
    private readonly void WriteCentres()
    {
        for (int slot = 0; slot < Padded(_fields.Length); slot++)
        {
            ref readonly GaussianFields own = ref _fields[Math.Min(slot, _fields.Length - 1)];
            int first = slot / Together * Together * _fieldCount + slot % Together;
            for (int field = 0; field < _fieldCount; field++)
                _centres[first + field * Together] = own.Centre(field);
        }
    }
}
