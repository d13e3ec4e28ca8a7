using Microsoft.ML;
using TorchSharp;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Torch's global generator, which no other test may use meanwhile.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class TorchGeneratorTests
{
    private const string Alone = "Torch's global generator";

    [Fact]
    public void Fit_gives_the_same_network_for_the_same_seed_and_leaves_torchs_generator_alone()
    {
        MLContext context = new(seed: 1);
        IDataView train = Digits.Train(context), test = Digits.Test(context);
        float[][] Scores(int seed) =>
            [.. context.Data.CreateEnumerable<Scored>(
            Digits.Pipeline(context, Digits.Quick with { Seed = seed, Epochs = 2 }).Fit(train).Transform(test), false)
            .Select(row => row.Score)];
        torch.manual_seed(11);
        using torch.Tensor undisturbed = torch.rand(5);
        torch.manual_seed(11);
        float[][] first = Scores(1);
        using torch.Tensor after = torch.rand(5);
        Assert.Equal(undisturbed.data<float>().ToArray(), after.data<float>().ToArray());
        Assert.Equal(first, Scores(1));
        Assert.NotEqual(first, Scores(2));
    }

    private sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
