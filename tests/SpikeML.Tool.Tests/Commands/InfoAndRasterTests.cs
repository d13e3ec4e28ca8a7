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
        Assert.Contains("model: 2 steps", info);
        Assert.Contains("Spikes: Vector<Single, 4, 28, 28>", info);
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
