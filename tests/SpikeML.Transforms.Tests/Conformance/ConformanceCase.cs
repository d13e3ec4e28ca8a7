using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>One estimator, with the data that the checks of <see cref="Check"/> try it on.</summary>
internal sealed record ConformanceCase
{
    public const int RowCount = 60;

    public required string Name { get; init; }

    /// <summary>Makes the estimator for pairs of columns.</summary>
    public required Func<MLContext, InputOutputColumnPair[], IEstimator<ITransformer>> Make { get; init; }

    /// <summary>The dimensions of the input column "Features"; none for a scalar.</summary>
    public ImmutableArray<int> InputDimensions { get; init; } = [5, 4];

    /// <summary>Dimensions of a hundred times as many values, that the input column can have too.</summary>
    public ImmutableArray<int> LargeDimensions { get; init; } = [50, 40];

    /// <summary>
    /// The type of the output column "Spikes" for an input of these dimensions; null where it cannot be encoded.
    /// </summary>
    public required Func<ImmutableArray<int>, DataViewType?> OutputType { get; init; }

    /// <summary>The files that can hold the output.</summary>
    public FileKinds Files { get; init; } = FileKinds.Text | FileKinds.Binary;

    /// <summary>Whether ML.NET's cache holds the output: it leaves columns of images out.</summary>
    public bool CanBeCached { get; init; } = true;

    /// <summary>Why reading a row allocates memory; null: it must not.</summary>
    public string? AllocatesPerRow { get; init; }

    /// <summary>What the order of the rows means to their values.</summary>
    public RowOrder Order { get; init; } = RowOrder.Irrelevant;

    /// <summary>Why the estimator takes one pair of columns alone; null: it takes several.</summary>
    public string? OnePairOnly { get; init; }

    /// <summary>Why vectors of variable size are taken; null: they are refused.</summary>
    public string? TakesVariableSize { get; init; }

    /// <summary>Predicts one row with a new prediction engine, as text.</summary>
    public Func<MLContext, ITransformer, SchemaDefinition, Func<SampleRow, string>> Predictor { get; init; } =
        Predictors.OfSingles;

    /// <summary>
    /// Makes data that can be fitted on but not transformed; where there is none, <see cref="NotApplicable"/> says why.
    /// </summary>
    public Func<MLContext, IDataView>? FitOnly { get; init; }

    /// <summary>Makes the estimator's kind of value out of one in [0, 1]: class indices, for one.</summary>
    public Func<float, float> Value { get; init; } = value => value;

    /// <summary>
    /// Whether every byte of the saved model is damaged, and it is cut to every length; else a sample of them. Set for one
    /// estimator of each layout of saved state.
    /// </summary>
    public bool DamagedEverywhere { get; init; }

    /// <summary>The entry of a model file that the estimator's transformer writes.</summary>
    public string ModelEntry { get; init; } = "TransformerChain/Model.key";

    /// <summary>Whether fitting reads the data.</summary>
    public bool ReadsData { get; init; }

    /// <summary>Other columns that the estimator reads.</summary>
    public ImmutableArray<string> OtherInputs { get; init; } = [];

    /// <summary>The checks that cannot apply, and why.</summary>
    public ImmutableDictionary<Check, string> NotApplicable { get; init; } = ImmutableDictionary<Check, string>.Empty;

    /// <summary>Single, of dimensions that the input's give: a scalar where there are none, null where it is refused.</summary>
    public static Func<ImmutableArray<int>, DataViewType?> Spikes(Func<ImmutableArray<int>, ImmutableArray<int>?> dimensions) =>
        input => dimensions(input) is not { } output ? null
            : output.IsEmpty ? NumberDataViewType.Single : new VectorDataViewType(NumberDataViewType.Single, output);

    public IEstimator<ITransformer> Estimator(MLContext context) => Make(context, [new("Spikes", "Features")]);

    /// <summary>The valid data, with the estimator's column "Spikes".</summary>
    public IDataView Transformed(MLContext context)
    {
        IDataView data = Valid(context);
        return Estimator(context).Fit(data).Transform(data);
    }

    /// <summary>Rows of Id, Features (a fifth of them zero, several rows alike) and two columns that no encoder reads.</summary>
    public IDataView Valid(MLContext context) => Data(context, InputDimensions, RowCount);

    public IDataView Data(MLContext context, ImmutableArray<int> dimensions, int rowCount) =>
        SampleRow.Data(context, dimensions, rowCount, Value);

    /// <summary>The rows of the valid data.</summary>
    public SampleRow[] Rows() => SampleRow.Rows(InputDimensions, RowCount, Value);

    public override string ToString() => Name;
}

/// <summary>Files of data views.</summary>
[Flags]
internal enum FileKinds
{
    None = 0,
    Binary = 1,
    Text = 2,
}
