using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

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
    [InlineData("a,b|0.1,|", "", "line 2, column 'b': the cell is empty.")]
    [InlineData("a,b||0.1,x|", "", "line 3, column 'b': 'x' is not a number. Correct it")]
    [InlineData("a,b,c|\"two\nlines\",0,0|t,0,\"0,5\"", "--label a",
        "line 4, column 'c': '0,5' is not a number. If the comma is the decimal separator, use --decimal comma.")]
    [InlineData("a;b|0,5;1", "",
        "line 2: it has more than the 1 cell of the first line: '5;1' follows. The first line contains the character of "
        + "--separator semicolon: use it, with --decimal comma if numbers are written like 0,5.")]
    [InlineData("a;b|1;1", "", "line 2, column 'a;b': '1;1' is not a number. If ';' separates cells, use --separator semicolon.")]
    [InlineData("a;b|0,5;0.5", "--separator semicolon --decimal comma",
        "line 2, column 'b': '0.5' is not a number. If the point")]
    [InlineData("a,b|0,NaN", "", "line 2, column 'b': 'NaN' is not a number.")]
    [InlineData("0,x", "--no-header", "line 1, column '1': 'x' is not a number.")]
    [InlineData("a,b|0,\"x", "", "line 2: a quotation mark is never closed.")]
    public void Encode_names_line_column_and_text_of_a_cell_that_is_no_number(string lines, string options, string message)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", lines.Split('|'));
        Tool.Refuse(folder, $"encode rate table.csv {options} -o a.csv", ExitCode.BadInput, $"'table.csv', {message}");
    }

    [Fact]
    public void Encode_reads_quoted_cells_with_line_breaks()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "kind,a", "\"two\nlines\",1", "b,0");
        Tool.Do(folder, "encode rate table.csv --label kind --num-steps 1 -o spikes.idv");
        IDataView spikes = new MLContext().Data.LoadFromBinary(folder.File("spikes.idv"));
        Assert.Equal(["two\nlines", "b"], spikes.GetColumn<string>("kind"));
    }

    [Theory]
    [InlineData("a;b|0,5;1|2,25;0", "--separator semicolon --decimal comma", "Single")]
    [InlineData("a;b|3;1|4;0", "--separator semicolon --decimal comma", "Int64")]
    public void Encode_reads_numbers_with_decimal_commas(string lines, string options, string type)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", lines.Split('|'));
        Tool.Do(folder, $"encode rate table.csv {options} --label a --num-steps 2 -o spikes.idv");
        IDataView spikes = new MLContext().Data.LoadFromBinary(folder.File("spikes.idv"));
        Assert.Equal(type, spikes.Schema["a"].Type.ToString());
        if (type == "Single")
            Assert.Equal([0.5f, 2.25f], spikes.GetColumn<float>("a"));
        Assert.Equal([[1, 1], [0, 0]], spikes.GetColumn<float[]>("Spikes"));
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
