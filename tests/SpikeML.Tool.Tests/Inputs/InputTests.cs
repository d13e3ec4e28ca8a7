using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Tests.Inputs;

public class InputTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 255, 0, 0, 255];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3];

    [Theory]
    [InlineData("images", "images.gz")]
    [InlineData("images", "noise")]
    public void Encode_reads_images_plain_or_gzip_by_their_content(string plain, string name)
    {
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File(plain), Images);
        using (GZipStream zip = new(File.Create(folder.File(name)), CompressionLevel.Fastest))
            zip.Write(Images);
        File.WriteAllBytes(folder.File("labels"), Labels);
        foreach (string input in new[] { plain, name })
            Tool.Do(folder, $"encode rate {input} --num-steps 2 --labels-file labels -o {input}.csv");
        Assert.Equal("row,step,neuron,value\n0,0,0,1\n0,1,0,1\n1,0,1,1\n1,1,1,1\n", File.ReadAllText(folder.File($"{name}.csv")));
        Assert.Equal(folder.Bytes($"{plain}.csv"), folder.Bytes($"{name}.csv"));
    }

    [Fact]
    public void Encode_reads_a_folder_and_images_without_labels()
    {
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File("t10k-images-idx3-ubyte"), Images);
        File.WriteAllBytes(folder.File("t10k-labels-idx1-ubyte"), Labels);
        Tool.Do(folder, "encode rate . --split test --num-steps 2 -o labelled.idv");
        Tool.Do(folder, "encode rate t10k-images-idx3-ubyte --num-steps 2 -o alone.idv");
        Assert.Equal([7u + 1, 3u + 1], Load(folder, "labelled.idv").GetColumn<uint>("Label"));
        Assert.Equal(["Spikes"], Load(folder, "alone.idv").Schema.Select(column => column.Name));
    }

    [Fact]
    public void Encode_reads_what_ML_NET_saved_and_keeps_columns()
    {
        using WorkFolder folder = new();
        MLContext context = new(seed: 1);
        using (FileStream file = File.Create(folder.File("digits.bin")))
            context.Data.SaveAsBinary(context.Data.LoadSampleDigits(5), file);
        Tool.Do(folder, "encode rate digits.bin --num-steps 3 --keep Features --output-column Train -o spikes.idv");
        IDataView spikes = Load(folder, "spikes.idv");
        Assert.Equal(["Features", "Label", "Train"], spikes.Schema.Select(column => column.Name));
        IDataView direct = context.Transforms.Spikes.EncodeRate("Train", "Features", new() { NumSteps = 3, Seed = 0 })
            .Fit(spikes).Transform(context.Data.LoadSampleDigits(5));
        Assert.Equal(direct.GetColumn<float[]>("Train"), spikes.GetColumn<float[]>("Train"));
    }

    [Theory]
    [InlineData("3", "-1", "Int64")]
    [InlineData("3", "2.5", "Single")]
    [InlineData("3", "b", "String")]
    public void Encode_takes_the_kind_of_label_that_all_rows_have(string first, string second, string type)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "x,Label", $"0,{first}", $"1,{second}");
        Tool.Do(folder, "encode rate table.csv --num-steps 2 -o spikes.idv --shard 0/2");
        Assert.Equal(type, Load(folder, "spikes-0-of-2.idv").Schema["Label"].Type.ToString());
    }

    [Theory]
    [InlineData("a;b;kind|0;1;x|1;0;y", "--separator semicolon --label kind")]
    [InlineData("0 1|1 0", "--separator space --no-header")]
    [InlineData("id,b,a|7,1,0|8,0,1", "--features a,b")]
    [InlineData("id,a,b|7,0,1|8,1,0", "--features 1..2")]
    [InlineData("\"a\",\"b,c\",kind|0,1,\"u,v\"|1,0,w", "--label 2")]
    public void Encode_reads_tables_of_many_forms(string lines, string options)
    {
        using WorkFolder folder = new();
        folder.Write("table.txt", lines.Split('|'));
        Tool.Do(folder, $"encode rate table.txt {options} --num-steps 1 -o spikes.csv");
        Assert.Equal("row,step,neuron,value\n0,0,1,1\n1,0,0,1\n", File.ReadAllText(folder.File("spikes.csv")));
    }

    private static IDataView Load(WorkFolder folder, string name) => new MLContext().Data.LoadFromBinary(folder.File(name));
}
