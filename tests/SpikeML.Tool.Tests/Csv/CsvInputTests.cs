using Microsoft.ML;

namespace SpikeML.Tool.Tests.Csv;

public class CsvInputTests
{
    [Theory]
    [InlineData("3", "-1", "Int64")]
    [InlineData("3", "2.5", "Single")]
    [InlineData("3", "b", "String")]
    public void Encode_takes_the_kind_of_label_that_all_rows_have(string first, string second, string type)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "x,Label", $"0,{first}", $"1,{second}");
        Tool.Do(folder, "encode rate table.csv --num-steps 2 -o spikes.idv --shard 0/2");
        Assert.Equal(type, new MLContext().Data.LoadFromBinary(folder.File("spikes-0-of-2.idv")).Schema["Label"].Type.ToString());
    }

    [Fact]
    public void Encode_keeps_the_digits_of_numbers_until_something_is_subtracted()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b,c,d", "100000000,100000001,100000002,100000003");
        Tool.Do(folder, "encode delta table.csv --threshold 1 --padding -o spikes.csv");
        Assert.Equal("row,step,neuron,value\n0,1,0,1\n0,2,0,1\n0,3,0,1\n", File.ReadAllText(folder.File("spikes.csv")));
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
}
