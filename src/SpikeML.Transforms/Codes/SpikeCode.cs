using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// A code: the options of one way to turn a column's values into spikes, or spikes into values, with what an estimator learned
/// for them.
/// </summary>
/// <remarks>
/// Codes are values: two codes are equal where all their options are. An estimator is made from a code; the transformer that it
/// fits has
/// one code for each column, in which nothing is left open.
/// </remarks>
public abstract record SpikeCode
{
    private protected SpikeCode()
    {
    }

    /// <summary>
    /// The model format whose arithmetic the code has: a model computes as it did when it was first saved, whatever newer formats
    /// change. The first two formats share one arithmetic, that of the second.
    /// </summary>
    internal uint ArithmeticFormat { get; init; } = ModelFormat.Third;

    /// <summary>Whether the code computes as models of the first two formats do.</summary>
    internal bool IsSecondFormat => ArithmeticFormat < ModelFormat.Third;

    /// <summary>Whether values of Double columns keep their digits until the first difference is taken.</summary>
    internal bool KeepsDigits => !IsSecondFormat;

    /// <summary>The code's place in the list of codes.</summary>
    internal virtual SpikeCodeEntry Entry => SpikeCodes.Of(this);

    /// <summary>Throws an <see cref="ArgumentOutOfRangeException"/> for an option that is out of range.</summary>
    internal abstract void Validate();

    /// <summary>What columns can be encoded, and how their rows are read.</summary>
    internal virtual InputKind Input => InputKind.Features;

    /// <summary>The dimensions of the column that an input of these dimensions gives.</summary>
    internal abstract ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions);

    /// <summary>The same, for a code that asks the schema for more than the input's dimensions.</summary>
    internal virtual ImmutableArray<int> OutputDimensions(IExceptionContext host, DataViewSchema schema,
        DataViewSchema.Column column, ImmutableArray<int> inputDimensions) => OutputDimensions(inputDimensions);

    /// <summary>What the code takes instead of an input of these dimensions, in words; null where it takes them.</summary>
    internal virtual string? Refusal(ImmutableArray<int> inputDimensions) => null;

    /// <summary>The type of the column that the code gives.</summary>
    internal virtual DataViewType OutputType(RowShape shape) => GivesScalar(shape)
        ? NumberDataViewType.Single : new VectorDataViewType(NumberDataViewType.Single, shape.OutputDimensions);

    /// <summary>What is promised of the column before its dimensions are known.</summary>
    internal virtual SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, KeepsScalars && input.Kind == SchemaShape.Column.VectorKind.Scalar
            ? SchemaShape.Column.VectorKind.Scalar : SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single,
            isKey: false);

    /// <summary>Whether a scalar gives a scalar, as it does with ML.NET's normalizers, and not a vector of one value.</summary>
    internal virtual bool KeepsScalars => false;

    private bool GivesScalar(RowShape shape) => KeepsScalars && shape.InputDimensions.IsEmpty;

    /// <summary>What the column that the code gives says about itself.</summary>
    internal virtual ColumnNotes Notes => ColumnNotes.None;

    /// <summary>Whether the input is to be spikes, so that its column should say that it holds them.</summary>
    internal virtual bool ReadsSpikes => false;

    /// <summary>Whether rows that are one step each, as streams give them, are read as that step.</summary>
    internal virtual bool TakesSingleSteps => false;

    /// <summary>Whether rows should have spikes, and not at every step, so that the opposite deserves a warning.</summary>
    internal virtual bool ShouldFire => Notes.AreSpikes;

    /// <summary>What to do where no neuron fires.</summary>
    internal virtual string SilenceRemedy => "Check the column's values and the code's options.";

    /// <summary>The values that the code tells apart; null where there is no limit, or values outside are an error.</summary>
    internal virtual ValueLimits? Limits => null;

    /// <summary>Whether an option Gain brings values to the code's range.</summary>
    internal virtual bool HasGain => false;

    /// <summary>How the code draws at random; null where it draws nothing.</summary>
    internal virtual CodeDraws? Draws => null;

    /// <summary>Whether other draws give other spikes.</summary>
    internal virtual bool IsDrawn => Draws is not null;

    /// <summary>The column whose value is mixed into the seed; null where nothing is drawn, or none is named.</summary>
    internal string? RowKeyColumn => IsDrawn ? Draws?.RowKeyColumnName : null;

    /// <summary>The same code with other draws.</summary>
    internal virtual SpikeCode WithDraws(CodeDraws draws) => this;

    /// <summary>A column whose values go with each row of the input; null where there is none.</summary>
    internal virtual string? InitialValueColumn => null;

    /// <summary>Columns of the same kind that are read beside the input.</summary>
    internal virtual ImmutableArray<string> OtherInputs => [];

    /// <summary>Whether there is something that fitting is to find.</summary>
    internal virtual bool IsOpen => false;

    /// <summary>The code with all that the type of a column decides.</summary>
    internal virtual SpikeCode ForColumn(IExceptionContext host, DataViewSchema.Column column) => this;

    /// <summary>Learns from the rows of a column what is open; null where no row is needed.</summary>
    internal virtual ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) => null;

    /// <summary>Encodes one row as dense values; all of <paramref name="output"/> is overwritten.</summary>
    internal abstract void Encode(in RowInput row, Span<float> output);

    /// <summary>Whether <see cref="RowInput"/> may hold a sparse row as it is, instead of a dense one made from it.</summary>
    internal virtual bool ReadsSparse => false;

    /// <summary>
    /// Encodes the rows of one column for one cursor. A code that can do better than dense values says so here, with the
    /// interface that
    /// fits it: <see cref="ISlotCode"/>, <see cref="ITimeCode"/> or <see cref="IStepCode"/>.
    /// </summary>
    internal virtual RowEncoder MakeEncoder(RowShape shape) => new DenseRowEncoder(this, shape);

    /// <summary>Makes the getter of the output column.</summary>
    internal virtual Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        RowSource source = new(this, row, column, shape);
        RowEncoder encoder = MakeEncoder(shape);
        return GivesScalar(shape) ? source.MakeScalarGetter(encoder, watch) : source.MakeGetter(encoder, watch);
    }

    /// <summary>The dimensions of what a column of spikes decodes to; null where the code gives no such spikes.</summary>
    internal virtual ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions) => null;

    /// <summary>What a column of decoded values says about itself.</summary>
    internal virtual ColumnNotes DecodedNotes => ColumnNotes.None;

    /// <summary>Whether the decoded series starts at an initial value, because spikes tell of changes alone.</summary>
    internal virtual bool StartsAtInitialValue => false;

    /// <summary>What columns of spikes <see cref="Decode"/> takes.</summary>
    internal virtual InputKind DecodedInput => InputKind.Series;

    /// <summary>Whether <see cref="Decode"/> takes sparse rows as they are; otherwise it is given dense ones.</summary>
    internal virtual bool DecodesSparse => false;

    /// <summary>
    /// Decodes one row of spikes; the first step of a code of changes has the initial values, one a neuron or one for all.
    /// </summary>
    internal virtual void Decode(in SpikeValues spikes, ImmutableArray<int> spikeDimensions,
        ReadOnlySpan<double> initialValues, Span<float> decoded) =>
        throw new NotSupportedException();

    /// <summary>
    /// Throws an <see cref="ArgumentException"/> where the code has no decoder, or leaves open what decoding needs.
    /// </summary>
    internal virtual void CheckDecodable() =>
        throw new ArgumentException($"{GetType().Name} has no decoder.", "code");

    /// <summary>Writes the options, field by field in an order that may never change.</summary>
    internal abstract void Save(BinaryWriter writer);

    /// <summary>Writes what was learned beside the options.</summary>
    internal virtual void SaveLearned(BinaryWriter writer)
    {
    }

    /// <summary>The code with what <see cref="SaveLearned"/> wrote.</summary>
    internal virtual SpikeCode WithLearned(BinaryReader reader) => this;
}

/// <summary>What is done with codes of any kind.</summary>
internal static class SpikeCodeExtensions
{
    /// <summary>The code itself, whose options are in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TCode Validated<TCode>(this TCode code)
        where TCode : SpikeCode
    {
        code.Validate();
        return code;
    }
}
