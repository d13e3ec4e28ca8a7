using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers of all spike encoders share: from each input column it makes a column of spikes, row by row.</summary>
/// <remarks>
/// A row's spikes depend on that row and on what was saved with the model alone. Transformers hold no other state, so they may
/// be used from any number of threads.
/// </remarks>
public abstract partial class SpikeTransformer : OneToOneTransformerBase, ITransformer
{
    /// <summary>The format that all transformers began with, and can still read.</summary>
    internal const uint FirstFormat = 0x00010001;

    /// <summary>The second format of the transformers that have one: the first with something new at its end.</summary>
    internal const uint SecondFormat = 0x00010002;

    internal SpikeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns)
        : base(host, columns)
    {
    }

    /// <summary>The columns that are read and made.</summary>
    public IReadOnlyList<InputOutputColumnPair> Columns =>
        [.. ColumnPairs.Select(pair => new InputOutputColumnPair(pair.outputColumnName, pair.inputColumnName))];

    /// <summary>Adds the spike columns to a view; nothing is encoded until its rows are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
    public new IDataView Transform(IDataView input) => new SpikeDataView(MakeDataTransform(input), this);

    IDataView ITransformer.Transform(IDataView input) => Transform(input);

    /// <summary>Whether a scalar can be encoded, or the input must be a series whose first dimension is time.</summary>
    internal virtual bool ScalarAllowed => true;

    /// <summary>A column whose value is mixed into the row's seed, or null.</summary>
    internal virtual string? RowKeyColumn => null;

    /// <summary>A column that decoded series start at, or null; <see cref="MakeReader"/> reads it together with the input.</summary>
    internal virtual string? InitialValueColumn => null;

    /// <summary>Checks the column of initial values for an input of these dimensions.</summary>
    internal virtual void CheckInitialValues(ImmutableArray<int> inputDimensions, DataViewSchema.Column column)
    {
    }

    /// <summary>The dimensions of an input column, none for a scalar; throws when the encoder cannot take it.</summary>
    internal virtual ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) =>
        InputColumn.Dimensions(Host, column, ScalarAllowed);

    /// <summary>Reads an input column's rows as dense values.</summary>
    internal virtual FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => FeatureReader.Create(row, column);

    /// <summary>The dimensions of the column of spikes that an input of these dimensions gives.</summary>
    internal abstract ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions);

    /// <summary>Encodes one row.</summary>
    internal abstract void EncodeRow(int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes);

    /// <summary>Writes all that <see cref="EncodeRow"/> depends on, but the columns' names.</summary>
    internal abstract void SaveState(BinaryWriter writer);

    /// <summary>The format that is written; loading takes all up to it.</summary>
    internal virtual uint FormatVersion => FirstFormat;

    /// <summary>How ML.NET finds the class that loads this transformer: eight characters, and the class's loader signature.</summary>
    internal abstract (string ModelSignature, string LoaderSignature) Signature { get; }

    /// <summary>Saves the transformer for ML.NET's model files.</summary>
    protected sealed override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version(Signature, FormatVersion));
        ModelPayload.Save(ctx, writer =>
        {
            writer.WriteColumns(ColumnPairs);
            SaveState(writer);
        });
    }

    /// <summary>Reads what <see cref="SaveModel"/> wrote.</summary>
    internal static T Load<T>(IHost host, ModelLoadContext context, (string, string) signature,
        Func<(string outputColumnName, string inputColumnName)[], BinaryReader, T> make, uint formatVersion = FirstFormat)
        where T : SpikeTransformer
    {
        host.CheckValue(context, nameof(context));
        context.CheckAtModel(Version(signature, formatVersion));
        return ModelPayload.Load(host, context, reader => make(reader.ReadColumns(), reader));
    }

    private static VersionInfo Version((string ModelSignature, string LoaderSignature) signature, uint formatVersion) => new(
        signature.ModelSignature, formatVersion, formatVersion, FirstFormat,
        typeof(SpikeTransformer).Assembly.FullName, signature.LoaderSignature);
}
