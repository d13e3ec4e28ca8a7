using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class MulticlassTests
{
    public static TheoryData<SpikingLoss> Losses => [.. Enum.GetValues<SpikingLoss>()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Fit_learns_digits_with_every_loss(SpikingLoss loss)
    {
        MLContext context = new(seed: 1);
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, Digits.Quick with { Loss = loss })
            .Fit(Digits.Train(context));
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(
            model.Transform(Digits.Test(context)));
        // Of ten classes; few first spikes carry any gradient, so that these losses take longer.
        Assert.InRange(metrics.MicroAccuracy, loss >= SpikingLoss.FirstSpikeCrossEntropy ? 0.25 : 0.5, 1);
    }

    [Theory]
    [InlineData(ResetMechanism.Zero, true, false)]
    [InlineData(ResetMechanism.None, false, true)]
    [InlineData(ResetMechanism.Subtract, true, true)]
    public void Fit_learns_decay_and_threshold_when_asked(ResetMechanism reset, bool learnBeta, bool learnThreshold)
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = Digits.Quick with
        {
            Reset = reset,
            LearnBeta = learnBeta,
            LearnThreshold = learnThreshold,
            Surrogate = Surrogate.Sigmoid(5)
        };
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, options).Fit(Digits.Train(context));
        Assert.InRange(context.MulticlassClassification.Evaluate(model.Transform(Digits.Test(context))).MicroAccuracy, 0.5, 1);
    }

    [Fact]
    public void Fit_learns_with_convolutions_when_the_neurons_are_images()
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = SpikingNetworkOptions.Convolutional with
        {
            Epochs = 3,
            BatchSize = 32,
            LearningRate = 3e-3,
            Seed = 1
        };
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, options).Fit(Digits.Train(context));
        Assert.InRange(context.MulticlassClassification.Evaluate(model.Transform(Digits.Test(context))).MicroAccuracy, 0.5, 1);
    }

    [Fact]
    public void Transform_gives_the_labels_own_key_values_and_probabilities()
    {
        MLContext context = new(seed: 1);
        IDataView train = Digits.Train(context);
        DataViewSchema schema = Digits.Pipeline(context, Digits.Quick with { Epochs = 1 }).Fit(train).Transform(train).Schema;
        Assert.Equal(new KeyDataViewType(typeof(uint), 10), schema["PredictedLabel"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 10), schema["Score"].Type);
        Assert.Equal(schema["Label"].Annotations.Schema["KeyValues"].Type,
            schema["PredictedLabel"].Annotations.Schema["KeyValues"].Type);
    }

    [Fact]
    public void Scores_sum_to_one_and_name_the_predicted_label()
    {
        MLContext context = new(seed: 1);
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, Digits.Quick with { Epochs = 1 })
            .Fit(Digits.Train(context));
        foreach (Prediction row in context.Data.CreateEnumerable<Prediction>(model.Transform(Digits.Test(context)),
            reuseRowObject: false))
        {
            Assert.Equal(1, row.Score.Sum(), 1e-5);
            Assert.Equal(row.Score.Max(), row.Score[row.PredictedLabel - 1]);
        }
    }

    private sealed class Prediction
    {
        [KeyType(11)]
        public uint PredictedLabel { get; set; }

        public float[] Score { get; set; } = [];
    }
}
