using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Catalog;

public sealed class ModelLoadingTests : IDisposable
{
    // Where ML.NET's header ends: everything before is its own.
    private const int HeaderLength = 0x200;

    private readonly MLContext _context = new(seed: 1);
    private readonly TemporaryFolder _folder = new();
    private readonly IDataView _data;
    private readonly byte[] _file;
    private readonly List<(int, string)> _spikes;

    public ModelLoadingTests()
    {
        _data = SampleRow.Data(_context, [12], 4, value => value);
        ITransformer model = _context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 5 }).Fit(_data);
        _file = ModelFile.Save(_context, model, _data.Schema);
        _spikes = RowValues.Spikes(model.Transform(_data));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadVerified_loads_what_Load_loads()
    {
        string path = _folder.Write("model.zip", _file);
        ITransformer loaded = _context.Model.LoadVerified(path, out DataViewSchema schema);
        Assert.Equal(_spikes, RowValues.Spikes(loaded.Transform(_data)));
        Assert.Equal(_data.Schema["Features"].Type, schema["Features"].Type);
    }

    [Fact]
    public void LoadVerified_refuses_every_flipped_byte_with_a_remedy_or_loads_the_same_model()
    {
        for (int at = 0; at < _file.Length; at++)
        {
            byte[] damaged = [.. _file];
            damaged[at] ^= (byte)(1 << (at % 8));
            CheckRefusal(damaged, $"byte {at}");
        }
    }

    [Fact]
    public void LoadVerified_refuses_every_length()
    {
        for (int length = 0; length < _file.Length; length += 7)
            Assert.Throws<FormatException>(() => _context.Model.LoadVerified(new MemoryStream(_file[..length]), out _));
    }

    /// <summary>The checksums of these files are right: a faulty writer made them.</summary>
    [Fact]
    public void LoadVerified_refuses_damage_in_the_header_of_ML_NET_with_a_remedy()
    {
        ModelEntry entry = new(_file);
        for (int at = 0; at < Math.Min(HeaderLength, entry.Length); at++)
            CheckRefusal(entry.Flipped(at), $"header byte {at}");
    }

    /// <summary>ML.NET takes such a count for the size of an array.</summary>
    [Fact]
    public void LoadVerified_refuses_absurd_counts_in_the_schema_of_ML_NET_with_a_remedy()
    {
        ModelEntry entry = new(_file, "Schema");
        for (int at = 0; at < entry.Length - 4; at++)
        {
            Exception? error = Record.Exception(() =>
                _context.Model.LoadVerified(new MemoryStream(entry.With([0xFF, 0xFF, 0xFF, 0x7F], at)), out _));
            Assert.True(error is null or FormatException, $"Schema byte {at}: {error}");
        }
    }

    [Fact]
    public void LoadVerified_says_which_assembly_is_missing_when_a_package_is()
    {
        ModelEntry entry = new(_file);
        int at = entry.Find(System.Text.Encoding.Unicode.GetBytes("SpikeML.Transforms"));
        Assert.True(at > 0);

        var error = Assert.Throws<FormatException>(() =>
            _context.Model.LoadVerified(new MemoryStream(entry.With((byte)'X', at)), out _));

        Assert.Contains("XpikeML.Transforms", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add the package", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadVerified_says_that_a_file_is_missing() =>
        Assert.Throws<FileNotFoundException>(() => _context.Model.LoadVerified(_folder.File("none.zip"), out _));

    [Fact]
    public void LoadVerified_refuses_a_stream_that_cannot_seek()
    {
        using System.IO.Compression.DeflateStream stream = new(Stream.Null, System.IO.Compression.CompressionMode.Decompress);
        Assert.Throws<ArgumentException>("stream", () => _context.Model.LoadVerified(stream, out _));
    }

    private void CheckRefusal(byte[] damaged, string what)
    {
        ITransformer? loaded = null;
        Exception? error = Record.Exception(() => loaded = _context.Model.LoadVerified(new MemoryStream(damaged), out _));
        if (error is null)
        {
            Assert.True(_spikes.SequenceEqual(RowValues.Spikes(loaded!.Transform(_data))), what);
            return;
        }
        Assert.True(error is FormatException, $"{what}: {error}");
        Assert.Matches("Save the model again|Update the packages", error.Message);
    }
}
