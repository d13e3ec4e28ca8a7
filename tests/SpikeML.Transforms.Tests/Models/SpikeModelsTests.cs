using Microsoft.ML;

namespace SpikeML.Tests.Models;

public class SpikeModelsTests
{
    private static readonly MLContext Context = new();
    private static readonly LatencyEncodingOptions Fitted = new(), Open = new() { NumSteps = null };

    [Fact]
    public void Load_gives_the_code_of_each_column() =>
        Assert.Equal([Fitted, Fitted with { Tau = 2 }],
            Load(context => SpikeModels.Save(context, Entry("latency"), Columns, [Fitted, Fitted with { Tau = 2 }])).Codes);

    [Fact]
    public void Load_refuses_a_model_in_which_one_of_the_columns_leaves_something_open() =>
        Assert.Throws<FormatException>(() =>
            Load(context => SpikeModels.Save(context, Entry("latency"), Columns, [Fitted, Open])));

    [Fact]
    public void Load_refuses_a_model_of_a_newer_format()
    {
        const uint Newer = ModelFormat.Fourth + 1;
        SpikeCodeEntry entry = Entry("latency");
        VersionInfo version = new(
            "SPKLATCY", Newer, Newer, ModelFormat.First, typeof(SpikeModels).Assembly.FullName!, entry.LoaderSignature);
        FormatException error = Assert.Throws<FormatException>(() => Load(context =>
        {
            context.SetVersionInfo(version);
            ModelPayload.Save(context, writer => writer.WriteColumns(Columns));
        }));
        Assert.Contains("too new", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_refuses_a_code_that_is_not_in_the_list() => Assert.Throws<InvalidOperationException>(() =>
        Load(context => SpikeModels.Save(context, Entry("latency"), Columns, [Fitted, Fitted]), Entry("rate")));

    [Fact]
    public void Load_names_the_argument_that_is_missing()
    {
        Assert.Throws<ArgumentNullException>("environment", () => SpikeModels.Load(null!, null!, SpikeCodes.All));
        Assert.Throws<ArgumentNullException>("context", () => SpikeModels.Load(Context, null!, SpikeCodes.All));
    }

    private static (string, string)[] Columns => [("One", "A"), ("Two", "B")];

    private static SpikeCodeEntry Entry(string name) => SpikeCodes.All.Single(own => own.Name == name);

    private static ISpikeTransformer Load(Action<ModelSaveContext> save, params SpikeCodeEntry[] known)
    {
        using MemoryStream file = new();
        using ModelSaveContext saved = new(new BinaryWriter(file));
        save(saved);
        saved.Done();
        file.Position = 0;
        using ModelLoadContext loaded = new(new BinaryReader(file), Context);
        return SpikeModels.Load(Context, loaded, known is [] ? SpikeCodes.All : known);
    }
}
