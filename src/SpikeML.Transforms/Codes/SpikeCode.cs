using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// A code: the options of one way to turn a column's values into spikes, or spikes into values, including what an estimator has
/// fitted.
/// </summary>
/// <remarks>
/// Codes are values: two codes are equal if all their options are equal. An estimator is created from a code; the transformer
/// that it fits has one code per column, with every option fitted.
/// </remarks>
public abstract record SpikeCode
{
    private protected SpikeCode()
    {
    }

    /// <summary>
    /// The model format whose arithmetic the code uses: a model always computes as it did when it was first saved. The first two
    /// formats share the arithmetic of the second.
    /// </summary>
    internal uint ArithmeticFormat { get; init; } = ModelFormat.Third;

    /// <summary>Whether the code computes like models of the first two formats.</summary>
    internal bool IsSecondFormat => ArithmeticFormat < ModelFormat.Third;

    /// <summary>Whether values of Double columns keep their precision until the first difference is taken.</summary>
    internal bool KeepsDigits => !IsSecondFormat;

    /// <summary>The code's entry in the list of codes.</summary>
    internal virtual SpikeCodeEntry Entry => SpikeCodes.Of(this);

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> if an option is out of range.</summary>
    internal abstract void Validate();

    /// <summary>The columns that can be encoded, and how their rows are read.</summary>
    internal virtual InputKind Input => InputKind.Features;

    /// <summary>The dimensions of the output column for an input with these dimensions.</summary>
    internal abstract ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions);

    /// <summary>Same, for codes that need more from the schema than the input's dimensions.</summary>
    internal virtual ImmutableArray<int> OutputDimensions(IExceptionContext host, DataViewSchema schema,
        DataViewSchema.Column column, ImmutableArray<int> inputDimensions) => OutputDimensions(inputDimensions);

    /// <summary>
    /// A description of what the code expects instead of an input with these dimensions, or null if it accepts them.
    /// </summary>
    internal virtual string? Refusal(ImmutableArray<int> inputDimensions) => null;

    /// <summary>The type of the output column.</summary>
    internal virtual DataViewType OutputType(RowShape shape) => GivesScalar(shape)
        ? NumberDataViewType.Single : new VectorDataViewType(NumberDataViewType.Single, shape.OutputDimensions);

    /// <summary>The shape of the output column before its dimensions are known.</summary>
    internal virtual SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, KeepsScalars && input.Kind == SchemaShape.Column.VectorKind.Scalar
            ? SchemaShape.Column.VectorKind.Scalar : SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single,
            isKey: false);

    /// <summary>Whether a scalar gives a scalar, as with ML.NET's normalizers, instead of a vector of one value.</summary>
    internal virtual bool KeepsScalars => false;

    private bool GivesScalar(RowShape shape) => KeepsScalars && shape.InputDimensions.IsEmpty;

    /// <summary>The annotations of the output column.</summary>
    internal virtual ColumnNotes Notes => ColumnNotes.None;

    /// <summary>Whether the input must be spikes, so its column should carry the annotation of spike columns.</summary>
    internal virtual bool ReadsSpikes => false;

    /// <summary>Whether rows that are one step each, as streams give them, are read as that step.</summary>
    internal virtual bool TakesSingleSteps => false;

    /// <summary>
    /// Whether rows are expected to have spikes, but not at every step, so that anything else causes a warning.
    /// </summary>
    internal virtual bool ShouldFire => Notes.AreSpikes;

    /// <summary>The advice for the case that no neuron fires.</summary>
    internal virtual string SilenceRemedy => "Check the column's values and the code's options.";

    /// <summary>
    /// The range of values that the code distinguishes, or null if there is no limit or values outside it are an error.
    /// </summary>
    internal virtual ValueLimits? Limits => null;

    /// <summary>Whether the code has an option Gain that scales values.</summary>
    internal virtual bool HasGain => false;

    /// <summary>How the code draws at random, or null if it is deterministic.</summary>
    internal virtual CodeDraws? Draws => null;

    /// <summary>Whether different draws give different spikes.</summary>
    internal virtual bool IsDrawn => Draws is not null;

    /// <summary>
    /// The column whose value is mixed into the seed, or null if the code is deterministic or no column is named.
    /// </summary>
    internal string? RowKeyColumn => IsDrawn ? Draws?.RowKeyColumnName : null;

    /// <summary>The same code with different draws.</summary>
    internal virtual SpikeCode WithDraws(CodeDraws draws) => this;

    /// <summary>Why a code that is no <see cref="IOnnxCode"/> cannot be converted to ONNX: the end of "because ...".</summary>
    internal virtual string OnnxReason => IsDrawn
        ? "its spikes are drawn at random from each row's values, which ONNX's operations cannot repeat"
            + (this is IOnnxCode ? " (with OnnxDraws = Runtime in its options, the ONNX runtime draws other ones)" : "")
        : "ONNX's operations cannot compute it";

    /// <summary>A column that is read together with each row of the input, or null if there is none.</summary>
    internal virtual string? InitialValueColumn => null;

    /// <summary>Columns of the same kind that are read together with the input.</summary>
    internal virtual ImmutableArray<string> OtherInputs => [];

    /// <summary>Whether anything remains to be fitted.</summary>
    internal virtual bool IsOpen => false;

    /// <summary>The code with every option set that the type of a column determines.</summary>
    internal virtual SpikeCode ForColumn(IExceptionContext host, DataViewSchema.Column column) => this;

    /// <summary>The learner that fits the options that are null to the rows of a column, or null if no rows are needed.</summary>
    internal virtual ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) => null;

    /// <summary>Encodes one row as dense values, overwriting all of <paramref name="output"/>.</summary>
    internal abstract void Encode(in RowInput row, Span<float> output);

    /// <summary>Whether <see cref="RowInput"/> may hold a sparse row; otherwise sparse rows are expanded first.</summary>
    internal virtual bool ReadsSparse => false;

    /// <summary>
    /// Encodes the rows of one column for one cursor. A code that can do better than dense values overrides this with a suitable
    /// interface: <see cref="ISlotCode"/>, <see cref="ITimeCode"/> or <see cref="IStepCode"/>.
    /// </summary>
    internal virtual RowEncoder MakeEncoder(RowShape shape) => new DenseRowEncoder(this, shape);

    /// <summary>Creates the getter of the output column.</summary>
    internal virtual Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        RowSource source = new(this, row, column, shape);
        RowEncoder encoder = MakeEncoder(shape);
        return GivesScalar(shape) ? source.MakeScalarGetter(encoder, watch) : source.MakeGetter(encoder, watch);
    }

    /// <summary>
    /// The dimensions of the decoded column for a spike column, or null if the code does not write such spikes.
    /// </summary>
    internal virtual ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions) => null;

    /// <summary>The annotations of a column of decoded values.</summary>
    internal virtual ColumnNotes DecodedNotes => ColumnNotes.None;

    /// <summary>Whether the decoded series starts at an initial value, because spikes only encode changes.</summary>
    internal virtual bool StartsAtInitialValue => false;

    /// <summary>The spike columns that <see cref="Decode"/> accepts.</summary>
    internal virtual InputKind DecodedInput => InputKind.Series;

    /// <summary>Whether <see cref="Decode"/> accepts sparse rows; otherwise they are expanded first.</summary>
    internal virtual bool DecodesSparse => false;

    /// <summary>
    /// Decodes one row of spikes; for a code of changes, the first step has the initial values, one per neuron or one for all.
    /// </summary>
    internal virtual void Decode(in SpikeValues spikes, ImmutableArray<int> spikeDimensions,
        ReadOnlySpan<double> initialValues, Span<float> decoded) =>
        throw new NotSupportedException();

    /// <summary>
    /// Throws <see cref="ArgumentException"/> if the code has no decoder or an option that decoding needs has not been fitted.
    /// </summary>
    internal virtual void CheckDecodable() =>
        throw new ArgumentException($"{GetType().Name} has no decoder.", "code");

    /// <summary>Writes the options, field by field, in an order that must never change.</summary>
    internal abstract void Save(BinaryWriter writer);

    /// <summary>Writes what was fitted in addition to the options.</summary>
    internal virtual void SaveLearned(BinaryWriter writer)
    {
    }

    /// <summary>The code with what <see cref="SaveLearned"/> wrote.</summary>
    internal virtual SpikeCode WithLearned(BinaryReader reader) => this;
}

/// <summary>Operations on codes of any kind.</summary>
internal static class SpikeCodeExtensions
{
    /// <summary>Returns the code after checking that its options are in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TCode Validated<TCode>(this TCode code)
        where TCode : SpikeCode
    {
        code.Validate();
        return code;
    }
}
