using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>Data with a column of spikes alone, since every column becomes an input of the ONNX model.</summary>
internal static class NetworkData
{
    public const int Rows = 1000, NumSteps = 12;

    /// <summary>Rate-coded random values: [numSteps, ...neurons].</summary>
    public static IDataView Spikes(MLContext context, int[] neurons, int rows = Rows, int numSteps = NumSteps)
    {
        IDataView features = Tests.Rows.Of(context, neurons, HardValues.Features(rows, Dimensions.Count([.. neurons])));
        return context.Data.Cache(
            context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = numSteps, Seed = 1 })
            .Append(context.Transforms.SelectColumns("Spikes")).Fit(features).Transform(features));
    }
}
