using Microsoft.ML;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.Encoding.Rate;

/// <summary>Agreement with snnTorch's <c>rate</c> where no draw decides: probabilities of 0 and 1.</summary>
public class RateFixtureTests
{
    [Fact]
    public void EncodeRate_gives_snnTorchs_spikes()
    {
        MLContext context = new(seed: 1);
        foreach (SnnTorchCase example in SnnTorchCase.Read("rate_deterministic"))
        {
            IDataView data = OneColumn.Of(context, example.InputShape, example.Input);
            if (example.Fails)
            {
                Assert.Throws<ArgumentOutOfRangeException>(() =>
                    context.Transforms.Spikes.EncodeRate("Spikes", "Features", Options(example)));
                continue;
            }
            IDataView spikes = context.Transforms.Spikes.EncodeRate("Spikes", "Features", Options(example)).Fit(data)
                .Transform(data);
            Assert.Equal(example.OutputShape, OneColumn.Dimensions(spikes, "Spikes"));
            Assert.True(example.Output.SequenceEqual(OneColumn.Read(spikes, "Spikes")[0]), example.ToString());
        }
    }

    private static RateEncodingOptions Options(SnnTorchCase example)
    {
        RateEncodingOptions options = new()
        {
            Gain = example.Number("gain", 1),
            Offset = example.Number("offset", 0),
            FirstSpikeTime = example.Whole("first_spike_time", 0),
            TimeVarying = example.Flag("time_var_input"),
        };
        return example.Has("num_steps") ? options with { NumSteps = example.Whole("num_steps", 0) } : options;
    }
}
