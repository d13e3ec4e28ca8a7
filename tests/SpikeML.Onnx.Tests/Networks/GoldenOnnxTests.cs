using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Records;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>Networks that earlier versions trained and saved.</summary>
public class GoldenOnnxTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Models => [.. Directory.EnumerateFiles(Folder, "*.zip", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith("module", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public void ConvertToOnnx_keeps_labels_and_scores_of_a_saved_network(string model)
    {
        MLContext context = new(seed: 1);
        ITransformer saved = context.Model.Load(Path.Combine(Folder, model), out DataViewSchema schema);
        SpikingNetworkTransformer network = ModelFacts.Steps(saved).OfType<SpikingNetworkTransformer>().Single();
        ImmutableArray<int> dimensions = ((VectorDataViewType)saved.GetOutputSchema(schema)["Spikes"].Type).Dimensions;
        NetworkComparison comparison = NetworkComparison.Of(context, network,
            NetworkData.Spikes(context, [.. dimensions.Skip(1)], numSteps: dimensions[0]));
        output.WriteLine($"{model} | {comparison}");
        comparison.AssertPromise();
    }
}
