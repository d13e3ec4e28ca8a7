namespace SpikeML.Tests.Conformance;

/// <summary>Each conformance check can fail: a sound estimator passes all twenty, and its twin with one flaw fails the check that is for it.</summary>
public class FlawedEstimatorTests
{
    public static TheoryData<int> AllChecks => [.. EstimatorConformance.Checks.Keys];

    public static TheoryData<Flaw, int> Flaws => new()
    {
        { Flaw.AcceptsAnyType, 1 },
        { Flaw.ThrowsWhateverComes, 2 },
        { Flaw.TransformsWhatItShouldRefuse, 3 },
        { Flaw.IsNoRowMapper, 4 },
        { Flaw.ForgetsDimensionsWhenLoaded, 5 },
        { Flaw.DeliversATypeWithoutDimensions, 6 },
        { Flaw.HasSlotNamesOfAnotherSize, 7 },
        { Flaw.DependsOnActiveColumns, 8 },
        { Flaw.PromisesAnotherType, 9 },
        { Flaw.OrdersIndicesWrong, 10 },
        { Flaw.DrawsAnewWhenLoaded, 11 },
        { Flaw.SeedsFromPosition, 12 },
        { Flaw.SharesABufferBetweenCursors, 12 },
        { Flaw.KeepsStateInTheTransformer, 13 },
        { Flaw.AdvancesWhenAsked, 14 },
        { Flaw.HandsOutItsOwnBuffer, 14 },
        { Flaw.MisreadsSparseVectors, 15 },
        { Flaw.ReadsAllColumns, 15 },
        { Flaw.AllocatesForEveryRow, 16 },
        { Flaw.AllocatesForEverySlotOfASchema, 16 },
        { Flaw.AddsTheSameColumnTwice, 17 },
        { Flaw.AcceptsFewerSlotsThanItLearned, 18 },
        { Flaw.FitsInSilence, 19 },
        { Flaw.CannotBeCancelled, 19 },
        { Flaw.BelievesDamagedFiles, 20 },
    };

    [Theory]
    [MemberData(nameof(AllChecks))]
    public void The_sound_twin_passes(int check) => EstimatorConformance.Checks[check].Check(Case(Flaw.None));

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_flaw_fails_its_check(Flaw flaw, int check)
    {
        // Some flaws need several tries of the threads to show.
        Exception? error = Enumerable.Range(0, 20).Select(_ => Record.Exception(() => EstimatorConformance.Checks[check].Check(Case(flaw))))
            .FirstOrDefault(error => error is not null);
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_row_mapper_that_is_declared_a_stream_fails(int check) =>
        Assert.NotNull(Record.Exception(() => EstimatorConformance.Checks[check].Check(Case(Flaw.None) with { Order = RowOrder.AsRead })));

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(16)]
    public void A_stream_that_is_declared_a_row_mapper_fails(int check) => Assert.NotNull(Record.Exception(() =>
        EstimatorConformance.Checks[check].Check(EstimatorConformanceTests.Case("delta stream") with { Order = RowOrder.Irrelevant })));

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void A_stream_that_follows_no_column_but_is_declared_to_fails(int check) => Assert.NotNull(Record.Exception(() =>
        EstimatorConformance.Checks[check].Check(EstimatorConformanceTests.Case("delta stream") with { Order = RowOrder.ByColumn })));

    [Fact]
    public void Refusing_vectors_of_variable_size_fails_where_they_are_declared_to_be_taken() => Assert.NotNull(Record.Exception(() =>
        EstimatorConformance.Checks[1].Check(EstimatorConformanceTests.Case("delta") with { TakesVariableSize = "As a trial." })));

    private static ConformanceCase Case(Flaw flaw) => new()
    {
        Name = $"{flaw}",
        Make = (context, columns) => new FlawedEstimator(context, columns, flaw),
        OutputType = ConformanceCase.Spikes(input => input.Insert(0, FlawedEstimator.NumSteps)),
        FitOnly = context => SampleRow.Data(context, [4097], rowCount: 1, value => value),
        ReadsData = true,
    };
}
