using System.Collections.Immutable;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>One estimator, with the data that the checks of <see cref="EstimatorConformance"/> try it on.</summary>
internal sealed record ConformanceCase
{
    public const int RowCount = 60;

    public required string Name { get; init; }

    /// <summary>Makes the estimator for pairs of columns.</summary>
    public required Func<MLContext, InputOutputColumnPair[], IEstimator<ITransformer>> Make { get; init; }

    /// <summary>The dimensions of the input column "Features"; none for a scalar.</summary>
    public ImmutableArray<int> InputDimensions { get; init; } = [5, 4];

    /// <summary>The dimensions that the output column "Spikes" must have.</summary>
    public required ImmutableArray<int> OutputDimensions { get; init; }

    /// <summary>What the output dimensions are for other inputs; null where they cannot be encoded.</summary>
    public required Func<ImmutableArray<int>, ImmutableArray<int>?> DimensionsFor { get; init; }

    /// <summary>Makes data that can be fitted on but not transformed, or null, with the reason in <see cref="NotApplicable"/>.</summary>
    public Func<MLContext, IDataView>? FitOnly { get; init; }

    /// <summary>Makes the estimator's kind of value out of one in [0, 1]: class indices, for one.</summary>
    public Func<float, float> Value { get; init; } = value => value;

    /// <summary>Whether fitting reads the data.</summary>
    public bool ReadsData { get; init; }

    /// <summary>Other columns that the estimator reads.</summary>
    public ImmutableArray<string> OtherInputs { get; init; } = [];

    /// <summary>The checks that cannot apply, and why.</summary>
    public ImmutableDictionary<int, string> NotApplicable { get; init; } = ImmutableDictionary<int, string>.Empty;

    public IEstimator<ITransformer> Estimator(MLContext context) => Make(context, [new("Spikes", "Features")]);

    /// <summary>Rows of Id, Features (a fifth of them zero, several rows alike) and two columns that no encoder reads.</summary>
    public IDataView Valid(MLContext context) => Data(context, InputDimensions, RowCount);

    public IDataView Data(MLContext context, ImmutableArray<int> dimensions, int rowCount) => SampleRow.Data(context, dimensions, rowCount, Value);

    public SampleRow[] Rows(ImmutableArray<int> dimensions, int rowCount) => SampleRow.Rows(dimensions, rowCount, Value);

    public override string ToString() => Name;
}
