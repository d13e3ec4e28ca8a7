using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Onnx.Tests.Onnx;

/// <summary>
/// SpikeML's own logarithm and exponential functions give the same bits as ONNX operations, in double precision.
/// </summary>
public class OnnxMathTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Log_gives_the_bits_of_the_kernels_logarithm() => Verify(OnnxMath.Log, Logarithm.Of,
        [.. Spread(1e-300, 1e300), .. Enumerable.Range(-20, 60).SelectMany(power => Around(Math.ScaleB(Math.Sqrt(0.5), power)))]);

    [Fact]
    public void Exp_gives_the_bits_of_the_kernels_exponential() => Verify(OnnxMath.Exp, Exponential.Of,
        [.. Spread(1e-9, 700).SelectMany(value => (double[])[-value, value]), 0, -0.0, -708, .. Around(-708), -745, -1e5]);

    [Fact]
    public void ExpToSingle_gives_the_bits_of_the_kernels_short_exponential() =>
        Verify(OnnxMath.ExpToSingle, value => SingleExponential.Of(Vector512.Create(value)).ToScalar(),
            [.. Spread(1e-9, 700).Select(value => -value), 0, -700]);

    [Fact]
    public void PowerOfTwo_gives_every_normal_power() => Verify(OnnxMath.PowerOfTwo,
        value => Math.ScaleB(1, (int)value), [.. Enumerable.Range(-1022, 2046).Select(power => (double)power)]);

    private void Verify(Func<OnnxTensor, OnnxTensor> write, Func<double, double> expected, double[] values)
    {
        IDataView data = Rows.Of(_context, [values.Length], [values]);
        ITransformer model = new SpikeEstimator<FunctionCode>(
            _context, [new("Result", "Features")], new(write), default).Fit(data);
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "Result"));
        Assert.Equal(values.Select(value => BitConverter.DoubleToInt64Bits(expected(value))),
            session.Run<double>(data, "Result").Select(BitConverter.DoubleToInt64Bits));
    }

    /// <summary>Numbers whose logarithms are spread evenly, with all their digits.</summary>
    private static IEnumerable<double> Spread(double lowest, double highest)
    {
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
            yield return Math.Exp(Math.Log(lowest) + random.NextDouble() * (Math.Log(highest) - Math.Log(lowest)));
    }

    private static double[] Around(double value) =>
        [value, Math.BitDecrement(value), Math.BitIncrement(value), 2 * value, Math.BitDecrement(2 * value)];

    /// <summary>A code that is nothing but a function of Doubles, which only ONNX computes.</summary>
    private sealed record FunctionCode(Func<OnnxTensor, OnnxTensor> Write) : SpikeCode, IOnnxCode
    {
        internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => inputDimensions;

        internal override DataViewType OutputType(RowShape shape) =>
            new VectorDataViewType(NumberDataViewType.Double, shape.OutputDimensions);

        internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

        OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => Write(rows.Stored);

        internal override void Validate()
        {
        }

        internal override void Save(BinaryWriter writer) => throw new NotSupportedException();
    }
}
