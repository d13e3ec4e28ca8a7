using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Learning;

/// <summary>What reads all rows stops where its token is cancelled: at a row, or in what comes after the last.</summary>
public sealed class CancellationTests : IDisposable
{
    private const int RowCount = 200, Width = 8;

    private readonly MLContext _context = new(seed: 1);
    private readonly CancellationTokenSource _source = new();
    private readonly TemporaryFolder _folder = new();
    private int _rows;

    public static TheoryData<string> Everything => ["scale", "quantiles", "quantiles of all", "latency steps", "spike times",
        "normalized latency", "rate targets", "latency targets", "receptive fields", "population rate", "bins", "step-forward",
        "threshold-based", "moving window", "BSA", "residue", "multi-threshold", "pulse width", "comparison", "evaluation",
        "sorted stream", "subset", "npy"];

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Reading_stops_at_the_row_that_it_is_cancelled_at(string what)
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Run(what, Data(cancelledAt: 7)));
        Assert.InRange(_rows, 7, 9);
    }

    [Theory]
    [InlineData("quantiles")]
    [InlineData("quantiles of all")]
    [InlineData("step-forward")]
    [InlineData("threshold-based")]
    [InlineData("comparison")]
    [InlineData("sorted stream")]
    public void Work_after_the_last_row_stops_when_it_is_cancelled(string what)
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Run(what, Data(cancelledAt: RowCount + 1)));
        Assert.Equal(RowCount, _rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Quantiles_of_many_values_stop_within_a_second(bool perSlot)
    {
        ScaleOptions options = new() { PerSlot = perSlot, UpperQuantile = 0.9, MaxQuantileRows = 1000 };
        RangeLearner learner = RangeLearner.Of<float>(20_000, options);
        float[] row = [.. Enumerable.Range(0, 20_000).Select(slot => MathF.Sin(slot))];
        for (int i = 0; i < 1000; i++)
            learner.Add(new ColumnValues(row));
        long start = Environment.TickCount64;
        // A timer would be late where all threads of the pool are busy.
        void Check()
        {
            if (Environment.TickCount64 - start >= 50)
                throw new OperationCanceledException();
        }
        Assert.ThrowsAny<OperationCanceledException>(() => learner.Ranges(Check));
        Assert.InRange(Environment.TickCount64 - start, 0, 1050);
    }

    [Fact]
    public void Fit_of_one_long_series_stops_within_a_second()
    {
        const int NumSteps = 400_000;
        IEnumerable<LongRow> Rows()
        {
            yield return new LongRow { Values = [.. Enumerable.Range(0, NumSteps).Select(step => MathF.Sin(step / 50f))] };
            _source.CancelAfter(300);
        }
        SchemaDefinition schema = SchemaDefinition.Create(typeof(LongRow));
        schema["Values"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, NumSteps, 1);
        IDataView data = _context.Data.LoadFromEnumerable(Rows(), schema);
        long cancelled = long.MaxValue;
        using CancellationTokenRegistration registration = _source.Token.Register(() => cancelled = Environment.TickCount64);
        // A filter so long that each threshold takes seconds.
        BsaEncodingOptions options = new() { Filter = [.. Enumerable.Repeat(0.001f, 4096)] };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            _context.Transforms.Spikes.EncodeBsa("S", "Values", options, _source.Token).Fit(data));
        Assert.InRange(Environment.TickCount64 - cancelled, 0, 1000);
    }

    [Fact]
    public void LoadSampleDigits_stops_when_it_is_cancelled()
    {
        _source.CancelAfter(50);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            _context.Data.LoadSampleDigits(1_000_000, cancellationToken: _source.Token));
    }

    private void Run(string what, IDataView data)
    {
        CancellationToken token = _source.Token;
        SpikeCatalog spikes = _context.Transforms.Spikes;
        if (what == "comparison")
            _context.SpikeQuality.Compare(data, "Values", [new StepForwardEncodingOptions()], token);
        else if (what == "evaluation")
            _context.SpikeQuality.Evaluate(data, "Values", "Values", cancellationToken: token);
        else if (what == "subset")
            _context.Data.TakeSubset(data, 2, cancellationToken: token);
        else if (what == "npy")
            data.SaveNpy("Values", _folder.File("values.npy"), token);
        else if (what == "sorted stream")
            _ = spikes.EncodeStream("Spikes", "Values", new DeltaEncodingOptions(),
                new() { OrderColumnName = "Time", OutOfOrder = OutOfOrderPolicy.Sort }, token)
                .Fit(data).Transform(data).GetColumn<float[]>("Spikes").First();
        else
            Estimator(what, spikes, token).Fit(data);
    }

    private static IEstimator<ITransformer> Estimator(string what, SpikeCatalog spikes, CancellationToken token) => what switch
    {
        "scale" => spikes.Scale("S", "Values", cancellationToken: token),
        "quantiles" => spikes.Scale("S", "Values", new() { UpperQuantile = 0.9 }, token),
        "quantiles of all" => spikes.Scale("S", "Values", new() { UpperQuantile = 0.9, PerSlot = false }, token),
        "latency steps" => spikes.EncodeLatency("S", "Values", new() { NumSteps = null }, token),
        "normalized latency" => spikes.EncodeLatency([new("S", "Values")], new() { Normalize = true }, token),
        "spike times" => spikes.EncodeSpikeTimes("S", "Values", new() { Normalize = true }, token),
        "rate targets" => spikes.EncodeRateTargets("S", "Time", cancellationToken: token),
        "latency targets" => spikes.EncodeLatencyTargets("S", "Time", cancellationToken: token),
        "receptive fields" => spikes.EncodeReceptiveFields("S", "Values", cancellationToken: token),
        "population rate" => spikes.EncodePopulationRate("S", "Values", cancellationToken: token),
        "bins" => spikes.EncodeBins("S", "Values", cancellationToken: token),
        "step-forward" => spikes.EncodeStepForward("S", "Values", cancellationToken: token),
        "threshold-based" => spikes.EncodeThresholdBased("S", "Values", cancellationToken: token),
        "moving window" => spikes.EncodeMovingWindow("S", "Values", cancellationToken: token),
        "BSA" => spikes.EncodeBsa("S", "Values", cancellationToken: token),
        "residue" => spikes.EncodeResidue("S", "Values", cancellationToken: token),
        "multi-threshold" => spikes.EncodeMultiThreshold("S", "Values", cancellationToken: token),
        _ => spikes.EncodePulseWidth("S", "Values", cancellationToken: token),
    };

    /// <summary>Rows that cancel at one of them; after the last for a number beyond them.</summary>
    private IDataView Data(int cancelledAt) => _context.Data.LoadFromEnumerable(Rows(cancelledAt));

    private IEnumerable<Row> Rows(int cancelledAt)
    {
        _rows = 0;
        while (_rows < RowCount)
        {
            if (++_rows == cancelledAt)
                _source.Cancel();
            yield return new Row { Time = _rows, Values = [.. Enumerable.Range(0, Width).Select(i => (_rows + i) % 10 / 10f)] };
        }
        if (cancelledAt > RowCount)
            _source.Cancel();
    }

    private sealed class LongRow
    {
        public float[] Values { get; set; } = [];
    }

    private sealed class Row
    {
        public float Time { get; set; }

        [VectorType(Width)]
        public float[] Values { get; set; } = [];
    }
}
