using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

internal abstract partial class FeatureReader
{
    private sealed class DoubleScalarReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<double> _getter = row.GetGetter<double>(column);
        private readonly double[] _own = new double[1];
        private readonly float[] _single = new float[1];

        public override ReadOnlySpan<double> Doubles => _own;

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _own[0]);
            _single[0] = (float)_own[0];
            return _single;
        }
    }

    private sealed class DoubleVectorReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<VBuffer<double>> _getter = row.GetGetter<VBuffer<double>>(column);
        private readonly float[] _singles = new float[column.Type.GetValueCount()];
        private VBuffer<double> _values;
        private double[]? _dense;

        public override ReadOnlySpan<double> Doubles => _values.IsDense ? _values.GetValues() : _dense;

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _values);
            CheckLength(column, _values.Length);
            if (!_values.IsDense)
                Scatter(_values, _values.GetValues(), _dense ??= new double[_values.Length]);
            TensorPrimitives.ConvertTruncating(Doubles, _singles);
            return _singles;
        }
    }
}
