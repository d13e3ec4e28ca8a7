using Microsoft.ML;

namespace SpikeML.Tool.Tests.Commands;

public class InfoAndRasterTests
{
    [Fact]
    public void Info_counts_the_same_spikes_in_every_format()
    {
        using WorkFolder folder = new();
        string[] counted = [.. new[] { "a.idv", "b.npz", "c.npz --sparse", "d.csv" }.Select(output =>
        {
            Tool.Do(folder, $"encode latency --sample-digits 6 --num-steps 8 --normalize --clip -o {output}");
            string info = Tool.Do(folder, $"info {output.Split(' ')[0]}");
            Assert.Contains("rows: 6", info);
            return info.Split('\n').Single(line => line.StartsWith("spikes: ", StringComparison.Ordinal)).Split(',')[0];
        })];
        Assert.Single(counted.Distinct());
    }

    [Fact]
    public void Info_tells_a_models_columns()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "fit rate --sample-digits 2 --num-steps 4 --scale -o encoder.zip");
        string info = Tool.Do(folder, "info encoder.zip");
        Assert.Contains("model: scale, then rate", info);
        Assert.Contains("Spikes: Vector<Single, 4, 28, 28>", info);
    }

    [Fact]
    public void Raster_and_info_take_the_column_that_says_it_holds_spikes_and_refuse_concatenated_ones()
    {
        using WorkFolder folder = new();
        MLContext context = new(seed: 1);
        IDataView digits = context.Data.LoadSampleDigits(2);
        IDataView one = context.Transforms.Spikes.EncodeRate("A", "Features", new() { NumSteps = 4 }).Fit(digits)
            .Transform(digits);
        IDataView both = context.Transforms.CopyColumns("B", "A").Append(context.Transforms.Concatenate("Both", "A", "B"))
            .Fit(one).Transform(one);
        foreach ((string name, IDataView data) in new[] { ("one.idv", one), ("both.idv", both) })
        {
            using FileStream file = File.Create(folder.File(name));
            context.Data.SaveAsBinary(data, file);
        }
        Assert.Contains("each: 4 steps x [28, 28] neurons", Tool.Do(folder, "info one.idv"));
        Outcome refused = Tool.Run(folder, "raster", "both.idv", "--column", "Both", "-o", "no.png");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Join(\"Both\", \"A\", \"B\")", refused.Errors);
    }

    [Theory]
    [InlineData("spikes.idv", "raster.png")]
    [InlineData("spikes.npz", "raster.svg")]
    [InlineData("spikes.npz --sparse", "raster.csv")]
    public void Raster_draws_a_row(string spikes, string picture)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"encode rate --sample-digits 3 --num-steps 5 -o {spikes}");
        Tool.Do(folder, $"raster {spikes.Split(' ')[0]} --row 2 -o {picture}");
        Assert.True(folder.Bytes(picture).Length > 200);
        Outcome beyond = Tool.Run(folder, "raster", spikes.Split(' ')[0], "--row", "3", "-o", "no.png");
        Assert.Contains("--row 3: 'spikes", beyond.Errors);
        Assert.Contains("has 3 rows, 0 to 2", beyond.Errors);
    }
}
