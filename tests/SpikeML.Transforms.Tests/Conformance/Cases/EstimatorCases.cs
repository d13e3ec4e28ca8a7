namespace SpikeML.Tests.Conformance;

internal static partial class ConformanceCases
{
    private static IEnumerable<ConformanceCase> Estimators =>
    [
        .. FeatureCases.All,
        .. SeriesCases.All,
        .. TargetCases.All,
        .. PopulationCases.All,
        .. ReadoutCases.All,
        .. DecoderCases.All,
        .. EventCases.All,
        .. AddressEventCases.All,
        .. ShapingCases.All,
        .. StreamCases.All,
    ];
}
