using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SpikeStreamTransformer), null, typeof(SignatureLoadModel),
    "Spike encoding of streams", SpikeStreamTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Adds the spikes of streams across rows. Created by fitting a <see cref="SpikeStreamEstimator"/>.</summary>
public sealed class SpikeStreamTransformer : ITransformer
{
    internal const string LoaderSignature = "SpikeStream";

    private readonly IHost _host;
    private readonly string _inputColumnName;
    private readonly SpikeStreamEncoding? _state;
    private readonly CancellationToken _cancellationToken;

    internal SpikeStreamTransformer(
        IHost host, string outputColumnName, string inputColumnName, SeriesCode code, SpikeStreamOptions options,
            SpikeStreamEncoding? state, CancellationToken cancellationToken = default)
    {
        _host = host;
        _inputColumnName = inputColumnName;
        _state = state;
        Watch = new FirstRowsWatch(new OnceLog(host), code, inputColumnName);
        _cancellationToken = cancellationToken;
        (OutputColumnName, Code, Options) = (outputColumnName, code, options);
    }

    /// <summary>The options of the code.</summary>
    public SeriesCode Code { get; }

    /// <summary>How rows are assigned to streams and ordered.</summary>
    public SpikeStreamOptions Options { get; }

    /// <summary>The number of streams in the model's checkpoint, from which an engine continues.</summary>
    public int CheckpointedStreams => _state?.Count ?? 0;

    internal string OutputColumnName { get; }

    internal FirstRowsWatch Watch { get; }

    /// <summary>Always false, because a row's spikes depend on the rows before it.</summary>
    bool ITransformer.IsRowToRowMapper => false;

    /// <summary>The input schema with the spike column added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Bind(inputSchema).Schema;

    /// <summary>Adds the spikes. Every cursor over the result restarts all streams.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    public IDataView Transform(IDataView input)
    {
        _host.CheckValue(input, nameof(input));
        StreamColumns columns = Bind(input.Schema);
        SpikeStreamEncoding NewStream() => new(Code, columns.Slots, Options.MaxPartitions);
        if (Options.OutOfOrder != OutOfOrderPolicy.Sort)
            return new SpikeStreamDataView(input, this, columns, Watch, row => new ArrivingRows(row, columns, NewStream()));
        SortedSpikes sorted = new(_host, input, columns, Options.MaxSortedRows, NewStream, _cancellationToken);
        return new SpikeStreamDataView(input, this, columns, Watch, row => new SortedRows(row, sorted, columns.Slots));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) =>
        throw _host.Except("A stream cannot map single rows: use model.CreateSpikeStreamEngine to encode rows as they arrive.");

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        _host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version);
        ModelPayload.Save(ctx, writer =>
        {
            writer.Write(OutputColumnName);
            writer.Write(_inputColumnName);
            SpikeCodes.WriteNamed(writer, Code);
            Options.Save(writer);
            writer.Write(_state is not null);
            _state?.Save(writer);
            Options.SaveOrder(writer);
        });
    }

    internal static SpikeStreamTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel(Version);
        return ModelPayload.Load(host, ctx, reader =>
        {
            string output = reader.ReadString(), input = reader.ReadString();
            SeriesCode code = SpikeCodes.ReadNamed(reader) as SeriesCode ?? throw new EndOfStreamException();
            SpikeStreamOptions options = SpikeStreamOptions.Load(reader);
            SpikeStreamEncoding? state = reader.ReadBoolean()
                ? SpikeStreamEncoding.Load(reader, code, options.MaxPartitions) : null;
            if (reader.Format >= ModelFormat.Second)
                options = options.WithOrder(reader);
            return new SpikeStreamTransformer(host, output, input, code, options, state);
        });
    }

    internal StreamColumns Bind(DataViewSchema schema)
    {
        _host.CheckValue(schema, nameof(schema));
        return StreamColumns.Bind(_host, schema, OutputColumnName, _inputColumnName, Code, Options);
    }

    /// <summary>The state that an engine starts with: a copy of the checkpoint, or no streams.</summary>
    internal SpikeStreamEncoding BeginOnline(int slots)
    {
        if (_state is null)
            return new SpikeStreamEncoding(Code, slots, Options.MaxPartitions);
        return _state.Slots == slots ? _state.Clone() : throw _host.ExceptSchemaMismatch(
            "inputSchema", "input", _inputColumnName, $"{Counted.Of(_state.Slots, "slot")}, as in the "
                + "checkpoint", Counted.Of(slots, "slot"));
    }

    internal SpikeStreamTransformer With(SpikeStreamEncoding state) =>
        new(_host, OutputColumnName, _inputColumnName, Code, Options, state, _cancellationToken);

    internal static VersionInfo Version => new(
        "SPKSTREA", ModelFormat.Third, ModelFormat.Third, ModelFormat.First, typeof(SpikeStreamTransformer).Assembly.FullName,
            LoaderSignature);
}
