using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Streams;

/// <summary>Streams of Double keep their full precision until the first difference is taken.</summary>
public class DoubleStreamTests
{
    private static readonly SeriesCode[] Codes =
    [
        new DeltaEncodingOptions { Threshold = 1, Padding = true }, new StepForwardEncodingOptions { Threshold = 0.75 },
    ];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int> AllCodes => [0, 1];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void EncodeStream_sees_the_changes_of_large_numbers(int code)
    {
        IDataView data = Data(Enumerable.Range(0, 6));
        Assert.Equal([0, 1, 1, 1, 1, 1], Read(Model(code, new()).Transform(data)));
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Sorted_streams_see_the_changes_of_large_numbers(int code)
    {
        IDataView data = Data([3, 0, 5, 1, 4, 2]);
        SpikeStreamOptions sort = new() { OrderColumnName = "Time", OutOfOrder = OutOfOrderPolicy.Sort };
        Assert.Equal([1, 0, 1, 1, 1, 1], Read(Model(code, sort).Transform(data)));
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void An_engine_sees_the_changes_of_large_numbers_after_a_checkpoint_too(int code)
    {
        using TemporaryFolder folder = new();
        ITransformer model = Model(code, new());
        using SpikeStreamEngine<Reading, Prediction> engine = model.CreateSpikeStreamEngine<Reading, Prediction>(_context);
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(step => engine.Predict(Row(step)).S[0]));
        engine.CheckPoint(_context, folder.File("model.zip"));
        ITransformer loaded = _context.Model.Load(folder.File("model.zip"), out _);
        using SpikeStreamEngine<Reading, Prediction> again = loaded.CreateSpikeStreamEngine<Reading, Prediction>(_context);
        Assert.Equal([1, 1], Enumerable.Range(3, 2).Select(step => again.Predict(Row(step)).S[0]));
    }

    [Fact]
    public void A_stream_encoding_takes_doubles()
    {
        SpikeStreamEncoding stream = new(Codes[0], 1);
        float[] spikes = new float[1];
        float Step(double value)
        {
            stream.Encode(0, [value], spikes);
            return spikes[0];
        }
        Assert.Equal([0, 1, 1], new[] { 1e8, 1e8 + 1, 1e8 + 2 }.Select(Step));
    }

    [Fact]
    public void A_stream_of_an_old_format_rounds_first()
    {
        SeriesCode old = Codes[0] with { ArithmeticFormat = ModelFormat.Second };
        IDataView data = Data(Enumerable.Range(0, 6));
        Assert.Equal([0, 0, 0, 0, 0, 1], Read(_context.Transforms.Spikes.EncodeStream("S", "Features", old).Fit(data)
            .Transform(data)));
    }

    private ITransformer Model(int code, SpikeStreamOptions options) =>
        _context.Transforms.Spikes.EncodeStream("S", "Features", Codes[code], options).Fit(Data([0]));

    private IDataView Data(IEnumerable<int> steps) => _context.Data.LoadFromEnumerable(steps.Select(Row));

    private static float[] Read(IDataView data) => [.. OneColumn.Read(data, "S").Select(row => row[0])];

    private static Reading Row(int step) => new() { Features = 1e8 + step, Time = step };

    private sealed class Reading
    {
        public double Features { get; set; }

        public int Time { get; set; }
    }

    private sealed class Prediction
    {
        public float[] S { get; set; } = [];
    }
}
