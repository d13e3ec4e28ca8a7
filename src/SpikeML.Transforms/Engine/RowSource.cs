using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads everything that a code needs for a row: the input column and the columns that go with it.</summary>
internal sealed class RowSource
{
    private readonly RowShape _shape;
    private readonly DataViewSchema.Column _column;
    private readonly bool _readsSparse, _keepsDigits, _isEndless;
    private readonly FeatureReader _features;
    private readonly AddressEventReader? _events;
    private readonly Func<ulong>? _key;
    private readonly FeatureReader? _initialValues;
    private readonly string? _initialValueColumn;
    private readonly double[] _widened = [];

    public RowSource(SpikeCode code, DataViewRow row, DataViewSchema.Column column, RowShape shape)
    {
        (_shape, _column, _readsSparse, _keepsDigits) = (shape, column, code.ReadsSparse, code.KeepsDigits);
        _isEndless = row is not DataViewRowCursor;
        _features = code.Input.MakeReader(row, column);
        _events = _features as AddressEventReader;
        if (code.RowKeyColumn is string key)
            _key = RowKeyReader.Create(row, row.Schema[key]);
        _initialValueColumn = code.InitialValueColumn;
        if (_initialValueColumn is not null)
        {
            _initialValues = FeatureReader.Create(row, row.Schema[_initialValueColumn]);
            _widened = new double[Math.Max(1, row.Schema[_initialValueColumn].Type.GetValueCount())];
        }
    }

    /// <summary>The getter of a column of numbers.</summary>
    public ValueGetter<VBuffer<float>> MakeGetter(RowEncoder encoder, FirstRowsWatch watch) => (ref VBuffer<float> output) =>
    {
        try
        {
            RowInput row = Read();
            encoder.Encode(row, ref output);
            if (watch.IsOpen)
                watch.Look(row, output, _isEndless);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(_column.Name, _features.Original(error.Slot));
        }
    };

    /// <summary>The getter of a column of single numbers.</summary>
    public ValueGetter<float> MakeScalarGetter(RowEncoder encoder, FirstRowsWatch watch)
    {
        ValueGetter<VBuffer<float>> getter = MakeGetter(encoder, watch);
        VBuffer<float> vector = default;
        return (ref float output) =>
        {
            getter(ref vector);
            output = vector.GetItemOrDefault(0);
        };
    }

    /// <summary>The getter of a column of events.</summary>
    public ValueGetter<VBuffer<long>> MakeEventGetter(EventFilterCode code)
    {
        EventMemory memory = new();
        return (ref VBuffer<long> output) =>
        {
            try
            {
                RowInput row = Read();
                EventColumn.Write(row.Events[..code.FilterRow(row.Events, row.Key, memory)], ref output);
            }
            catch (InvalidFeatureException error)
            {
                throw error.InColumn(_column.Name);
            }
        };
    }

    private RowInput Read()
    {
        ReadOnlySpan<int> slots = default;
        bool isSparse = false;
        ReadOnlySpan<float> values = _readsSparse ? _features.Read(out slots, out isSparse) : _features.Read();
        return new RowInput
        {
            Shape = _shape,
            Values = values,
            Doubles = _keepsDigits ? _features.Doubles : default,
            Slots = slots,
            IsSparse = isSparse,
            Events = _events is null ? default : _events.ReadEvents(),
            Key = _key?.Invoke() ?? 0,
            InitialValues = ReadInitialValues(),
        };
    }

    private ReadOnlySpan<double> ReadInitialValues()
    {
        if (_initialValues is null)
            return default;
        ReadOnlySpan<float> values = _initialValues.Read();
        try
        {
            FeatureCheck.AllFinite(values);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(_initialValueColumn!, _initialValues.Original(error.Slot));
        }
        if (_keepsDigits && !_initialValues.Doubles.IsEmpty)
            return _initialValues.Doubles;
        TensorPrimitives.ConvertTruncating(values, _widened);
        return _widened;
    }
}
