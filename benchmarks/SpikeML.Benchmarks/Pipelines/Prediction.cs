using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>One prediction in a PredictionEngine: the encoder against ML.NET handing over the same spikes ready-made.</summary>
internal static class Prediction
{
    public static void Print()
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadSampleDigits(50);
        Digit[] digits = [.. context.Data.CreateEnumerable<Digit>(data, reuseRowObject: false)];
        ITransformer encoder = context.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data);
        Print<Buffered>("VBuffer<float>", context, encoder, digits, ReadyMade(encoder.Transform(data)));
        Print<Dense>("float[]", context, encoder, digits, ReadyMade(encoder.Transform(data)));
    }

    /// <summary>The spikes of each row in buffers of their own.</summary>
    private static Ready[] ReadyMade(IDataView encoded) => [.. encoded.GetColumn<VBuffer<float>>("Spikes").Select(spikes =>
    {
        VBuffer<float> own = default;
        spikes.CopyTo(ref own);
        return new Ready { Given = own };
    })];

    private static void Print<TOutput>(string type, MLContext context, ITransformer encoder, Digit[] digits, Ready[] ready)
        where TOutput : class, new()
    {
        ITransformer copy = context.Transforms.CopyColumns("Spikes", "Given").Fit(context.Data.LoadFromEnumerable(ready));
        PredictionEngine<Digit, TOutput> rate = context.Model.CreatePredictionEngine<Digit, TOutput>(encoder);
        PredictionEngine<Ready, TOutput> given = context.Model.CreatePredictionEngine<Ready, TOutput>(copy);
        Microseconds(rate, digits);
        Microseconds(given, ready);
        var pairs = Enumerable.Range(0, 9).Select(_ => (Encoder: Microseconds(rate, digits), Given: Microseconds(given, ready)))
            .ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"\nOne prediction, rate, 784 x 100, into {type}: {Measure.Median(pairs.Select(p => p.Encoder)):0.0} us; ")
            + FormattableString.Invariant(
                $"ML.NET handing over the same spikes: {Measure.Median(pairs.Select(p => p.Given)):0.0} us; ")
            + FormattableString.Invariant($"beyond it: {Measure.Median(pairs.Select(p => p.Encoder - p.Given)):0.0} us"));
    }

    private static double Microseconds<TInput, TOutput>(PredictionEngine<TInput, TOutput> engine, TInput[] rows)
        where TInput : class
        where TOutput : class, new()
    {
        TOutput output = new();
        return 1e6 / Measure.Passes(0.3, () =>
        {
            foreach (TInput row in rows)
                engine.Predict(row, ref output);
            return rows.Length;
        });
    }

    private sealed class Digit
    {
        [VectorType(28, 28)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Ready
    {
        [VectorType(100, 28, 28)]
        public VBuffer<float> Given { get; set; }
    }

    private sealed class Buffered
    {
        public VBuffer<float> Spikes { get; set; }
    }

    private sealed class Dense
    {
        public float[] Spikes { get; set; } = [];
    }
}
