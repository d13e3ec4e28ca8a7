using Microsoft.ML;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.Encoding.Delta;

/// <summary>Agreement with snnTorch's <c>delta</c>, case by case.</summary>
public class DeltaFixtureTests
{
    [Fact]
    public void EncodeDelta_gives_snnTorchs_spikes()
    {
        MLContext context = new(seed: 1);
        foreach (SnnTorchCase example in SnnTorchCase.Read("delta"))
        {
            DeltaEncodingOptions options = new()
            {
                Threshold = example.Number("threshold", 0.1),
                Padding = example.Flag("padding"),
                OffSpike = example.Flag("off_spike"),
            };
            IDataView data = OneColumn.Of(context, example.InputShape, example.Input);
            IDataView spikes = context.Transforms.Spikes.EncodeDelta("Spikes", "Features", options).Fit(data).Transform(data);
            Assert.Equal(example.OutputShape, OneColumn.Dimensions(spikes, "Spikes"));
            Assert.True(example.Output.SequenceEqual(OneColumn.Read(spikes, "Spikes")[0]), example.ToString());
        }
    }
}
