using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using OxyPlot;

namespace SpikeML.Plot;

/// <summary>What the transformers share that draw spike columns, row by row.</summary>
/// <remarks>An image depends on its row's spikes and on the options alone. Transformers may be used from any number of threads.</remarks>
public abstract class SpikeImageTransformer : OneToOneTransformerBase
{
    private const uint FormatVersion = 0x00010001;

    internal SpikeImageTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RasterImageOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public RasterImageOptions Options { get; }

    /// <summary>The columns that are read and made.</summary>
    public IReadOnlyList<InputOutputColumnPair> Columns =>
        [.. ColumnPairs.Select(pair => new InputOutputColumnPair(pair.outputColumnName, pair.inputColumnName))];

    internal abstract DataViewType OutputType { get; }

    /// <summary>How ML.NET finds the class that loads this transformer: eight characters, and the class's loader signature.</summary>
    internal abstract (string ModelSignature, string LoaderSignature) Signature { get; }

    /// <summary>Makes the getter of an output column.</summary>
    /// <param name="spikes">Gets the row's spikes.</param>
    /// <param name="pixels">Draws them; it is the getter's own.</param>
    internal abstract Delegate MakeGetter(ValueGetter<VBuffer<float>> spikes, RasterPixels pixels);

    /// <summary>Binds the transformer to a schema.</summary>
    protected sealed override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    /// <summary>Checks the type of an input column.</summary>
    protected sealed override void CheckInputColumn(DataViewSchema inputSchema, int col, int srcCol) => SpikeInput.Shape(Host, inputSchema[srcCol]);

    /// <summary>Saves the transformer for ML.NET's model files.</summary>
    protected sealed override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version(Signature));
        ModelPayload.Save(ctx, writer =>
        {
            writer.WriteColumns(ColumnPairs);
            foreach (int number in new[] { Options.Width, Options.Height, (int)Options.Format, Options.Quality })
                writer.Write(number);
            foreach (OxyColor color in new[] { Options.OnColor, Options.OffColor, Options.Background })
                writer.Write(color.ToUint());
        });
    }

    /// <summary>Reads what <see cref="SaveModel"/> wrote.</summary>
    internal static T Load<T>(IHost host, ModelLoadContext context, (string, string) signature,
        Func<(string outputColumnName, string inputColumnName)[], RasterImageOptions, T> make)
    {
        host.CheckValue(context, nameof(context));
        context.CheckAtModel(Version(signature));
        return ModelPayload.Load(host, context, reader =>
        {
            var columns = reader.ReadColumns();
            RasterImageOptions options = new()
            {
                Width = reader.ReadInt32(),
                Height = reader.ReadInt32(),
                Format = (RasterImageFormat)reader.ReadInt32(),
                Quality = reader.ReadInt32(),
                OnColor = OxyColor.FromUInt32(reader.ReadUInt32()),
                OffColor = OxyColor.FromUInt32(reader.ReadUInt32()),
                Background = OxyColor.FromUInt32(reader.ReadUInt32()),
            };
            return make(columns, options.Validated());
        });
    }

    private static VersionInfo Version((string ModelSignature, string LoaderSignature) signature) => new(
        signature.ModelSignature, FormatVersion, FormatVersion, FormatVersion,
        typeof(SpikeImageTransformer).Assembly.FullName, signature.LoaderSignature);

    private sealed class Mapper(SpikeImageTransformer parent, DataViewSchema inputSchema)
        : OneToOneMapperBase(parent.Host.Register(nameof(Mapper)), parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore() =>
            [.. parent.ColumnPairs.Select(pair => new DataViewSchema.DetachedColumn(pair.outputColumnName, parent.OutputType))];

        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            DataViewSchema.Column column = input.Schema[ColMapNewToOld[iinfo]];
            (int numSteps, int neuronCount) = SpikeInput.Shape(Host, column);
            return parent.MakeGetter(input.GetGetter<VBuffer<float>>(column), new RasterPixels(numSteps, neuronCount, parent.Options));
        }
    }
}
