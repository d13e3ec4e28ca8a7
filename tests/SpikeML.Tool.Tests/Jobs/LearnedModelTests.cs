namespace SpikeML.Tool.Tests.Jobs;

/// <summary>What an encoder learns, it learns from all rows, whichever of them it encodes.</summary>
public class LearnedModelTests
{
    private const string Encoder = "latency --normalize --num-steps 30 --label kind --features x0,x1", Columns = "x0,x1,kind";

    [Fact]
    public void Encode_fits_to_all_rows_when_it_encodes_a_shard()
    {
        using WorkFolder folder = new();
        // The small value that stretches all spike times is in the second half.
        folder.Write("all.csv", Columns, "0.5,0.9,a", "0.75,1,b", "0.5,0.02,a", "1,1,b");
        folder.Write("half.csv", Columns, "0.5,0.9,a", "0.75,1,b");
        Tool.Do(folder, $"encode {Encoder} all.csv -o all.csv.csv --shard 0/2");
        Tool.Do(folder, $"encode {Encoder} half.csv -o alone.csv");
        Tool.Do(folder, $"encode {Encoder} all.csv -o whole.csv");
        string shard = File.ReadAllText(folder.File("all.csv-0-of-2.csv"));
        Assert.StartsWith(shard, File.ReadAllText(folder.File("whole.csv")));
        Assert.NotEqual(File.ReadAllText(folder.File("alone.csv")), shard);
    }

    [Theory]
    [InlineData("latency --normalize --num-steps 30", ".npz")]
    [InlineData("rate --num-steps 5 --seed 9 --scale", ".csv")]
    [InlineData("multi-threshold --num-thresholds 3", ".idv --keep id")]
    [InlineData("rate --seed 4 --row-key id", ".csv")]
    public void Encode_model_gives_what_the_fitted_encoder_gives(string encoder, string format)
    {
        using WorkFolder folder = new();
        string extension = format.Split(' ')[0], input = $"{folder.WriteTable(30)} --label kind --features x0..x11";
        Tool.Do(folder, $"fit {encoder} {input} -o encoder.zip");
        Tool.Do(folder, $"encode {encoder} {input} -o direct{format}");
        for (int shard = 0; shard < 2; shard++)
            Tool.Do(folder, $"encode model encoder.zip {input} -o spikes{format} --shard {shard}/2");
        Tool.Do(folder, $"merge spikes-0-of-2{extension} spikes-1-of-2{extension} -o merged{extension}");
        Assert.Equal(folder.Bytes($"direct{extension}"), folder.Bytes($"merged{extension}"));
    }

    [Fact]
    public void Encode_draws_other_spikes_when_the_seed_is_another()
    {
        using WorkFolder folder = new();
        foreach (string seed in new[] { "", " --seed 0", " --seed 1" })
            Tool.Do(folder, $"encode rate --sample-digits 3 -o {seed.Trim().Replace(" ", "")}.csv{seed}");
        Assert.Equal(folder.Bytes(".csv"), folder.Bytes("--seed0.csv"));
        Assert.NotEqual(folder.Bytes("--seed0.csv"), folder.Bytes("--seed1.csv"));
        Assert.Contains("seed 0", Tool.Run(folder, "encode", "rate", "--sample-digits", "3", "-o", "said.csv").Errors);
    }
}
