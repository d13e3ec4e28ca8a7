using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>
/// Networks saved by earlier versions, with what they must predict for ever. Golden/README.md has the rule for a new format.
/// </summary>
public class GoldenNetworkTests
{
    private const string OutputVariable = "SPIKEML_GOLDEN_OUTPUT";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden");

    public static TheoryData<string> Models =>
        [.. Directory.EnumerateFiles(Folder, "*.zip", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Order()];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_saved_network_predicts_what_it_predicted_when_it_was_saved(string model)
    {
        MLContext context = new();
        string path = Path.Combine(Folder, model);
        ITransformer transformer = context.Model.Load(path, out _);
        GoldenNetwork network = GoldenNetwork.Find(Path.GetFileNameWithoutExtension(model));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".txt")),
            Text(network, transformer.Transform(GoldenNetwork.Data(context))));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_network_with_an_absurd_number_is_refused_or_loads_at_little_cost(string model) =>
        DamagedNumbers.Verify(Path.Combine(Folder, model));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_network_that_a_format_can_hold_has_a_golden_model_of_it(int format) =>
        Assert.Equal(GoldenNetwork.All.Where(network => network.FirstFormat <= format)
            .Select(network => Path.Combine($"v{format}", network.Name + ".zip")).Order(StringComparer.Ordinal),
            Models.Select(row => (string)row.Data).Where(path => path.StartsWith($"v{format}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void New_golden_networks_are_written_on_request()
    {
        string? folder = Environment.GetEnvironmentVariable(OutputVariable);
        Assert.SkipWhen(folder is null, $"Set {OutputVariable} to a folder to write golden networks of the present format.");
        MLContext context = new(seed: 1);
        IDataView data = GoldenNetwork.Data(context);
        foreach (GoldenNetwork network in GoldenNetwork.All)
        {
            ITransformer transformer = network.Pipeline(context).Fit(data);
            context.Model.Save(transformer, data.Schema, Path.Combine(folder, network.Name + ".zip"));
            File.WriteAllText(Path.Combine(folder, network.Name + ".txt"), Text(network, transformer.Transform(data)));
        }
    }

    /// <summary>A line for each of the first rows' columns.</summary>
    private static string Text(GoldenNetwork network, IDataView data) => string.Concat(
        from column in network.Columns
        from row in RowValues.Read(data, column).Take(4)
        select $"{column} {row.Id} {row.Value}\n");
}
