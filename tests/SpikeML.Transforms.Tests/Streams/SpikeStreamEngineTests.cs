using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Streams;

public class SpikeStreamEngineTests
{
    private readonly MLContext _context = new(seed: 1);

    private static readonly Reading[] Rows = [.. Enumerable.Range(0, 200).Select(i =>
        new Reading { Sensor = i * 7 % 13, Value = (float)Math.Sin(i * 0.3) * (1 + i % 3) })];

    [Fact]
    public void Predict_gives_row_by_row_what_the_batch_gives()
    {
        using SpikeStreamEngine<Reading, Spikes> engine = Model().CreateSpikeStreamEngine<Reading, Spikes>(_context);
        Assert.Equal(Batch(), Rows.Select(row => engine.Predict(row).S));
    }

    [Fact]
    public void Engines_have_states_of_their_own()
    {
        ITransformer model = Model();
        using SpikeStreamEngine<Reading, Spikes> first = model.CreateSpikeStreamEngine<Reading, Spikes>(_context),
            second = model.CreateSpikeStreamEngine<Reading, Spikes>(_context);
        float[][] batch = Batch();
        for (int i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(batch[i], first.Predict(Rows[i]).S);
            if (i % 2 == 0)
                Assert.Equal(batch[i / 2], second.Predict(Rows[i / 2]).S);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_checkpoint_with_an_absurd_number_is_refused_or_loads_at_little_cost(int rows)
    {
        using TemporaryFolder folder = new();
        using SpikeStreamEngine<Reading, Spikes> engine = Model().CreateSpikeStreamEngine<Reading, Spikes>(_context);
        // Making the engine begins its streams: the checkpoint has a state, if an empty one.
        for (int i = 0; i < rows; i++)
            engine.Predict(Rows[i]);
        engine.CheckPoint(_context, folder.File("stream.zip"));
        DamagedNumbers.Verify(folder.File("stream.zip"));
    }

    [Fact]
    public void CheckPoint_lets_another_engine_go_on_where_this_one_was()
    {
        using TemporaryFolder folder = new();
        float[][] batch = Batch();
        ITransformer model = Model().Append(_context.Transforms.CopyColumns("Copy", "S").Fit(Model().Transform(Data())));
        foreach (int stop in new[] { 0, 1, 77, 199 })
        {
            using (SpikeStreamEngine<Reading, Spikes> engine = model.CreateSpikeStreamEngine<Reading, Spikes>(_context))
            {
                for (int i = 0; i < stop; i++)
                    engine.Predict(Rows[i]);
                engine.CheckPoint(_context, folder.File("stream.zip"));
                // Going on after the checkpoint does not reach into it.
                engine.Predict(Rows[stop]);
            }
            MLContext other = new();
            ITransformer loaded = other.Model.Load(folder.File("stream.zip"), out DataViewSchema schema);
            Assert.NotNull(schema.GetColumnOrNull("Sensor"));
            using SpikeStreamEngine<Reading, Spikes> resumed = loaded.CreateSpikeStreamEngine<Reading, Spikes>(other);
            Assert.Equal(batch[stop..], Rows[stop..].Select(row => resumed.Predict(row).S));
            // The batch over a checkpointed model begins anew all the same.
            Assert.Equal(batch, OneColumn.Read(loaded.Transform(Data()), "S"));
        }
        Assert.Equal(["stream.zip"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Predict_loses_nothing_to_a_row_that_cannot_be_encoded()
    {
        using SpikeStreamEngine<Reading, Spikes> engine = Model().CreateSpikeStreamEngine<Reading, Spikes>(_context);
        float[][] batch = Batch();
        for (int i = 0; i < Rows.Length; i++)
        {
            Assert.Throws<InvalidFeatureException>(() =>
                engine.Predict(new Reading { Sensor = Rows[i].Sensor, Value = float.NaN }));
            Assert.Equal(batch[i], engine.Predict(Rows[i]).S);
        }
    }

    [Fact]
    public void CheckPoint_leaves_the_older_file_where_the_new_one_cannot_be_written()
    {
        using TemporaryFolder folder = new();
        using SpikeStreamEngine<Reading, Spikes> engine = Model().CreateSpikeStreamEngine<Reading, Spikes>(_context);
        Assert.ThrowsAny<IOException>(() => engine.CheckPoint(_context, Path.Combine(folder.Path, "nowhere", "stream.zip")));
        Directory.CreateDirectory(folder.File("taken"));
        Assert.ThrowsAny<SystemException>(() => engine.CheckPoint(_context, folder.File("taken")));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void CreateSpikeStreamEngine_refuses_what_would_move_no_stream()
    {
        Assert.Contains("needs a member 'S'", Assert.Throws<ArgumentException>(() =>
            Model().CreateSpikeStreamEngine<Reading, Nothing>(_context)).Message, StringComparison.Ordinal);
        ITransformer copy = _context.Transforms.CopyColumns("S", "Value").Fit(Data());
        Assert.Contains("does not encode a stream", Assert.Throws<ArgumentException>(() =>
            copy.CreateSpikeStreamEngine<Reading, Spikes>(_context)).Message, StringComparison.Ordinal);
    }

    private IDataView Data() => _context.Data.LoadFromEnumerable(Rows);

    private ITransformer Model() =>
        _context.Transforms.Spikes.EncodeStream("S", "Value", new DeltaEncodingOptions { Threshold = 0.4, OffSpike = true },
            new() { PartitionColumnName = "Sensor" }).Fit(Data());

    private float[][] Batch() => OneColumn.Read(Model().Transform(Data()), "S");

    private sealed class Reading
    {
        public int Sensor { get; set; }
        public float Value { get; set; }
    }

    private sealed class Spikes
    {
        public float[] S { get; set; } = [];
    }

    private sealed class Nothing
    {
        public float Value { get; set; }
    }
}
