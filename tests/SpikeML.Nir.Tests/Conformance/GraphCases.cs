using System.Collections.Immutable;
using Microsoft.ML.Data;
using SpikeML.Nir.Tests.Conformance;

namespace SpikeML.Tests.Conformance;

/// <summary>A graph for whatever column it is given. The column that is checked is that of the output's spikes.</summary>
internal static partial class ConformanceCases
{
    private static IEnumerable<ConformanceCase> Estimators =>
    [
        Graph("graph of leaky neurons", isGraded: false) with { DamagedEverywhere = true },
        Graph("graph of leaky integrators", isGraded: true),
    ];

    private static ConformanceCase Graph(string name, bool isGraded) => new()
    {
        Name = name,
        Make = (context, columns) => new GraphEstimator(context, columns[0], isGraded),
        OutputType = input => input.IsEmpty ? null
            : new VectorDataViewType(NumberDataViewType.Single, input[0], GraphEstimator.Outputs),
        NotApplicable = ImmutableDictionary<Check, string>.Empty
            .Add(Check.FitOnlyData, "Whatever can be fitted can be transformed.")
            .Add(Check.Fitting, "A graph is loaded, not fitted.")
            .Add(Check.ColumnForms, "A graph has one input column, whose forms its own tests try."),
    };
}
