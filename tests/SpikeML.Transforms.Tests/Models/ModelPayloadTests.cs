using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Tests.Models;

public class ModelPayloadTests
{
    private static readonly MLContext Context = new();
    private static readonly byte[] Content = [11, 22, 33, 44, 55, 66, 77, 88];

    [Fact]
    public void Load_gives_what_Save_wrote_when_it_is_as_long_as_is_allowed() =>
        Assert.Equal(7, Load(Save(writer => writer.Write(7), longest: 4), reader => reader.ReadInt32(), longest: 4));

    [Fact]
    public void Load_gives_what_Save_wrote_when_there_is_nothing() =>
        Assert.Equal(1, Load(Save(_ => { }, longest: 4), _ => 1, longest: 4));

    [Fact]
    public void Load_gives_what_Save_wrote_when_it_takes_several_pieces()
    {
        byte[] file = Save(writer => writer.Write(new byte[200_000]), longest: 200_000);
        Assert.Equal(200_000, Load(file, reader => reader.ReadBytes(300_000).Length, longest: 200_000));
    }

    [Fact]
    public void Save_refuses_more_than_is_allowed()
    {
        Exception error = Assert.ThrowsAny<Exception>(() => Save(writer => writer.Write(7L), longest: 4));
        Assert.Contains("8 bytes; a model file holds at most 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_refuses_more_than_is_allowed()
    {
        byte[] file = Save(writer => writer.Write(7L), longest: 8);
        FormatException error = Assert.Throws<FormatException>(() => Load(file, _ => 1, longest: 4));
        Assert.Contains("The thing's part of the model file is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_names_the_cause_of_a_damaged_payload()
    {
        byte[] file = Save(writer => writer.Write(7), longest: 4);
        FormatException error = Assert.Throws<FormatException>(() => Load(file, reader => (int)reader.ReadInt64(), longest: 4));
        Assert.Contains("The thing's part of the model file is damaged", error.Message, StringComparison.Ordinal);
        Assert.IsType<EndOfStreamException>(error.InnerException);
    }

    [Fact]
    public void Load_refuses_bytes_that_do_not_match_their_checksum()
    {
        byte[] file = Save(writer => writer.Write(Content), longest: 8);
        file[file.AsSpan().IndexOf(Content)] ^= 1;
        Assert.Throws<FormatException>(() => Load(file, _ => 1, longest: 8));
    }

    [Fact]
    public void Load_refuses_a_length_beyond_the_end_of_the_file()
    {
        byte[] file = Save(writer => writer.Write(Content), longest: 8);
        int at = file.AsSpan().IndexOf(Content) - sizeof(int);
        BitConverter.TryWriteBytes(file.AsSpan(at), 1 << 20);
        FormatException error = Assert.Throws<FormatException>(() => Load(file, _ => 1, longest: 1 << 20));
        Assert.Contains("The thing's part of the model file is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using BinaryReader reader = Reader(writer =>
        {
            writer.WriteColumns([("A", "B"), ("C", "D")]);
            writer.WriteColumnName(null);
            writer.WriteColumnName("Key");
            writer.WriteNullable((double?)null);
            writer.WriteNullable(0.5);
            writer.WriteNullable((int?)null);
            writer.WriteNullable(7);
            ModelPayload.Write(writer, (ReadOnlySpan<float>)[1.5f, -2]);
        });
        Assert.Equal([("A", "B"), ("C", "D")], reader.ReadColumns());
        Assert.Null(reader.ReadColumnName());
        Assert.Equal("Key", reader.ReadColumnName());
        Assert.Null(reader.ReadNullableDouble());
        Assert.Equal(0.5, reader.ReadNullableDouble());
        Assert.Null(reader.ReadNullableInt32());
        Assert.Equal(7, reader.ReadNullableInt32());
        Assert.Equal([1.5f, -2], reader.ReadSingles());
        Assert.False(reader.HasMore());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(-1, false)]
    public void ReadCount_believes_only_what_has_room(int count, bool hasRoom)
    {
        using BinaryReader reader = Reader(writer =>
        {
            writer.Write(count);
            writer.Write(new byte[8]);
        });
        if (hasRoom)
            Assert.Equal(count, reader.ReadCount(4));
        else
            Assert.Throws<EndOfStreamException>(() => reader.ReadCount(4));
    }

    [Theory]
    [InlineData(true, 3, 4)]
    [InlineData(true, 0x7FFFFFC7)]
    [InlineData(false, 0x7FFFFFC8)]
    [InlineData(false, 3, 0)]
    [InlineData(false, 3, -4)]
    [InlineData(false, 1 << 16, 1 << 16)]
    public void ReadDimensions_takes_those_of_an_array(bool isTaken, params int[] dimensions)
    {
        using BinaryReader reader = Reader(writer => writer.WriteDimensions([.. dimensions]));
        if (isTaken)
            Assert.Equal(dimensions.ToImmutableArray(), reader.ReadDimensions());
        else
            Assert.Throws<EndOfStreamException>(() => reader.ReadDimensions());
    }

    [Fact]
    public void ReadColumns_refuses_a_model_of_no_column()
    {
        using BinaryReader reader = Reader(writer => writer.WriteColumns([]));
        Assert.Throws<EndOfStreamException>(() => reader.ReadColumns());
    }

    public static TheoryData<string, bool> LearnedCodes => new()
    {
        { "receptive-fields", false }, { "latency", false }, { "bsa", false }, { "multi-threshold", false },
        { "moving-window", false }, { "residue", false }, { "rate", true },
    };

    [Theory]
    [MemberData(nameof(LearnedCodes))]
    public void Load_refuses_a_code_that_leaves_open_what_Fit_learns(string name, bool isTaken)
    {
        SpikeCodeEntry entry = SpikeCodes.All.Single(own => own.Name == name);
        SpikeCode code = entry.Default is LatencyEncodingOptions latency ? latency with { NumSteps = null } : entry.Default!;
        Assert.Equal(!isTaken, code.IsOpen);
        using MemoryStream file = new();
        using ModelSaveContext saved = new(new BinaryWriter(file));
        SpikeModels.Save(saved, entry, [("Spikes", "Features")], [code.WithDraws(new CodeDraws { Seed = 1 })]);
        saved.Done();
        file.Position = 0;
        using ModelLoadContext loaded = new(new BinaryReader(file), Context);
        if (isTaken)
            Assert.False(Assert.Single(SpikeModels.Load(Context, loaded, SpikeCodes.All).Codes).IsOpen);
        else
            Assert.Throws<FormatException>(() => SpikeModels.Load(Context, loaded, SpikeCodes.All));
    }

    [Fact]
    public void ReadByteEnum_refuses_a_number_that_has_no_name()
    {
        using BinaryReader reader = Reader(writer => writer.Write([(byte)DayOfWeek.Friday, 7]));
        Assert.True(reader.HasMore());
        Assert.Equal(DayOfWeek.Friday, reader.ReadByteEnum<DayOfWeek>());
        Assert.Throws<EndOfStreamException>(() => reader.ReadByteEnum<DayOfWeek>());
        Assert.False(reader.HasMore());
    }

    private static BinaryReader Reader(Action<BinaryWriter> write)
    {
        MemoryStream stream = new();
        write(new BinaryWriter(stream));
        stream.Position = 0;
        return new BinaryReader(stream);
    }

    private static byte[] Save(Action<BinaryWriter> write, int longest)
    {
        using MemoryStream file = new();
        using BinaryWriter writer = new(file);
        using ModelSaveContext context = new(writer);
        context.SetVersionInfo(SpikeCodes.All[0].VersionOf(ModelFormat.Third));
        ModelPayload.Save(context, write, longest);
        context.Done();
        return file.ToArray();
    }

    private static int Load(byte[] file, Func<CodeReader, int> read, int longest)
    {
        using BinaryReader reader = new(new MemoryStream(file));
        using ModelLoadContext context = new(reader, Context);
        return ModelPayload.Load((IHostEnvironment)Context, context, read, "thing", longest);
    }
}
