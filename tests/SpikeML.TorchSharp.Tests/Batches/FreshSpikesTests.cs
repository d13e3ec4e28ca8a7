using Microsoft.ML;
using Microsoft.ML.Runtime;
using SpikeML.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Batches;

/// <summary>New draws in each epoch, whatever the pipeline does behind the encoder, or a warning that there are none.</summary>
public class FreshSpikesTests
{
    private static readonly MLContext Context = new(seed: 1);

    public static TheoryData<string, IEstimator<ITransformer>> Steps => new()
    {
        { "a stream", Context.Transforms.Spikes.EncodeStream("Changes", "Features",
            new DeltaEncodingOptions { Threshold = 0.5 }) },
        { "a sorted stream", Context.Transforms.Spikes.EncodeStream("Changes", "Features",
            new StepForwardEncodingOptions { Threshold = 0.5 },
            new() { OrderColumnName = "Order", OutOfOrder = OutOfOrderPolicy.Sort }) },
        { "a readout", Context.Transforms.Spikes.ReadOutCount("Count", "Spikes") },
        { "a code without draws", Context.Transforms.Spikes.EncodeBurst("Bursts", "Features") },
        { "a copy", Context.Transforms.CopyColumns("Copy", "Label") },
        { "a normalizer", Context.Transforms.NormalizeMinMax("Normal", "Features") },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void ToSpikeBatches_draws_fresh_spikes_when_something_lies_behind_the_code(string name, IEstimator<ITransformer> step)
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView encoded = Encoded(Context);
        IDataView data = step.Fit(encoded).Transform(encoded);
        Tensor Spikes(int epoch) => data.ToSpikeBatches(options: new() { Epoch = epoch, FreshSpikes = true }).Single().Spikes;
        Assert.True(Spikes(0).Equals(encoded.ToSpikeBatches().Single().Spikes), name);
        Assert.False(Spikes(1).Equals(Spikes(0)), name);
        Assert.False(Spikes(2).Equals(Spikes(1)), name);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Fit_draws_fresh_spikes_by_default_when_something_lies_behind_the_code(string name, IEstimator<ITransformer> step)
    {
        IDataView encoded = Encoded(Context);
        IDataView data = step.Fit(encoded).Transform(encoded);
        double[] Losses(bool? fresh) => [.. Trained(Context, data, fresh).History.Select(epoch => epoch.Loss)];
        Assert.Equal(Losses(true), Losses(null));
        Assert.True(Losses(null)[1] != Losses(false)[1], name);
    }

    [Fact]
    public void Fit_warns_once_when_the_spikes_are_cached()
    {
        MLContext context = new(seed: 1);
        IDataView cached = context.Data.Cache(Encoded(context));
        IDataView stream = context.Transforms.Spikes.EncodeStream("Changes", "Features",
            new DeltaEncodingOptions { Threshold = 0.5 }).Fit(cached).Transform(cached);
        foreach (IDataView data in new[] { cached, stream })
        {
            string warning = Assert.Single(Warnings(context, data, null));
            Assert.Contains("same spikes of rate encoding", warning, StringComparison.Ordinal);
            Assert.Contains("Cache the features instead.", warning, StringComparison.Ordinal);
        }
        Assert.Empty(Warnings(context, cached, false));
        Assert.Contains("FreshSpikes", Assert.Throws<InvalidOperationException>(() => Warnings(context, cached, true)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_says_nothing_when_the_features_are_cached_or_nothing_is_drawn()
    {
        MLContext context = new(seed: 1);
        IDataView cached = context.Data.Cache(context.Data.LoadSampleDigits(40));
        Assert.Empty(Warnings(context, Encoded(context, cached), null));
        IDataView latency = context.Transforms.Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = null })
            .Fit(cached).Transform(cached);
        Assert.Empty(Warnings(context, context.Data.Cache(latency), null));
    }

    [Fact]
    public void Fit_warns_once_when_a_filter_behind_the_code_keeps_its_spikes()
    {
        MLContext context = new(seed: 1);
        IDataView encoded = Encoded(context);
        IDataView filtered = context.Data.FilterByCustomPredicate<Digit>(encoded, digit => digit.Order < 0);
        string warning = Assert.Single(Warnings(context, filtered, null));
        Assert.Contains("same spikes of rate encoding", warning, StringComparison.Ordinal);
        Assert.Contains("Put that step before the encoder.", warning, StringComparison.Ordinal);
        IDataView filteredFirst = context.Data.FilterByCustomPredicate<Digit>(
            context.Transforms.Conversion.MapKeyToValue("Order", "Label").Fit(Digits.Train(context))
                .Transform(Digits.Train(context)), digit => digit.Order < 0);
        Assert.Empty(Warnings(context, Encoded(context, filteredFirst), null));
    }

    [Fact]
    public void Fit_warns_once_when_a_step_behind_the_code_cannot_be_applied_to_other_spikes()
    {
        MLContext context = new(seed: 1);
        string warning = Assert.Single(Warnings(context, new UnsavedStep(Encoded(context)), null));
        Assert.Contains("cannot be applied to other spikes (No model of this.)", warning, StringComparison.Ordinal);
    }

    private static string[] Warnings(MLContext context, IDataView data, bool? freshSpikes)
    {
        List<string> warnings = [];
        void Listen(object? sender, LoggingEventArgs entry)
        {
            lock (warnings)
            {
                if (entry.Kind == ChannelMessageKind.Warning
                    && entry.RawMessage.StartsWith("Every epoch", StringComparison.Ordinal))
                    warnings.Add(entry.RawMessage);
            }
        }
        context.Log += Listen;
        Trained(context, data, freshSpikes);
        context.Log -= Listen;
        return [.. warnings];
    }

    private static SpikingNetworkTransformer Trained(MLContext context, IDataView data, bool? freshSpikes) =>
        context.MulticlassClassification.Trainers
            .SpikingNetwork(options: Digits.Quick with { Epochs = 2, FreshSpikes = freshSpikes }).Fit(data);

    private static IDataView Encoded(MLContext context, IDataView? digits = null)
    {
        digits ??= context.Data.LoadSampleDigits(40);
        IEstimator<ITransformer> pipeline = context.Transforms.Spikes
            .EncodeRate("Spikes", "Features", new() { NumSteps = 4, Seed = 1 })
            .Append(context.Transforms.Conversion.MapKeyToValue("Order", "Label"));
        return pipeline.Fit(digits).Transform(digits);
    }

    private sealed class Digit
    {
        public int Order { get; set; }
    }
}
