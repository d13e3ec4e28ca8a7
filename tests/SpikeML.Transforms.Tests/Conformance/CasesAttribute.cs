using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SpikeML.Tests.Conformance;

/// <summary>Gives a theory the names of the cases that a check applies to.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CasesAttribute(Check check) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        TheoryDataRow<string>[] rows = [.. ConformanceCases.All.Where(test => !test.NotApplicable.ContainsKey(check))
            .Select(test => new TheoryDataRow<string>(test.Name))];
        return new(rows is []
            ? [new TheoryDataRow<string>("none") { Skip = ConformanceCases.All[0].NotApplicable[check] }]
            : rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
