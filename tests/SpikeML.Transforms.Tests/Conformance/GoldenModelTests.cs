using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// Models saved by earlier versions, with the spikes that they must give for ever. Golden/README.md has the rule for a new
/// format.
/// </summary>
public class GoldenModelTests
{
    private const string OutputVariable = "SPIKEML_GOLDEN_OUTPUT";

    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden");

    public static TheoryData<string> Models =>
        [.. Directory.EnumerateFiles(Folder, "*.zip", SearchOption.AllDirectories).Select(path =>
            Path.GetRelativePath(Folder, path)).Order()];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_saved_model_gives_the_spikes_that_it_gave_when_it_was_saved(string model)
    {
        MLContext context = new();
        string path = Path.Combine(Folder, model);
        ITransformer transformer = context.Model.Load(path, out DataViewSchema inputSchema);
        IDataView data = GoldenModel.Find(Path.GetFileNameWithoutExtension(model)).Data(context);
        Assert.Equal(data.Schema["Features"].Type, inputSchema["Features"].Type);
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".txt")), Text(transformer.Transform(data)));
    }

    [Fact]
    public void Every_estimator_has_a_golden_model() =>
        Assert.Equal(GoldenModel.All.Select(model => model.Name).Order(),
            Models.Select(row => Path.GetFileNameWithoutExtension(row.Data)).Distinct().Order());

    [Fact]
    public void New_golden_models_are_written_on_request()
    {
        string? folder = Environment.GetEnvironmentVariable(OutputVariable);
        Assert.SkipWhen(folder is null, $"Set {OutputVariable} to a folder to write golden models of the present format.");
        MLContext context = new(seed: 1);
        foreach (GoldenModel model in GoldenModel.All)
        {
            IDataView data = model.Data(context);
            ITransformer transformer = model.Estimator(context).Fit(data);
            context.Model.Save(transformer, data.Schema, Path.Combine(folder, model.Name + ".zip"));
            File.WriteAllText(Path.Combine(folder, model.Name + ".txt"), Text(transformer.Transform(data)));
        }
    }

    /// <summary>A line for each of the first rows: its Id, and the bits of its values.</summary>
    private static string Text(IDataView data) =>
        string.Concat(RowValues.Spikes(data).Take(3).Select(row => $"{row.Id} {row.Value}\n"));
}
