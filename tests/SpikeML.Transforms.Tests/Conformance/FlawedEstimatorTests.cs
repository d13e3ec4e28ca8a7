using SpikeML.Tests.Conformance.Checks;
using Xunit.Sdk;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// Each conformance check can fail: a sound estimator passes all, and its twin with one flaw fails the check that is for it.
/// </summary>
public class FlawedEstimatorTests(FlawedEstimatorTests.Process process) : IClassFixture<FlawedEstimatorTests.Process>
{
    public static TheoryData<Check> AllChecks => [.. ConformanceChecks.All.Keys];

    public static TheoryData<Flaw, Check> Flaws => new()
    {
        { Flaw.AcceptsAnyType, Check.InvalidData },
        { Flaw.ThrowsWhateverComes, Check.ErrorMessages },
        { Flaw.TransformsWhatItShouldRefuse, Check.FitOnlyData },
        { Flaw.IsNoRowMapper, Check.RowMapping },
        { Flaw.ForgetsDimensionsWhenLoaded, Check.LoadedSchema },
        { Flaw.DeliversATypeWithoutDimensions, Check.PropagatedSchema },
        { Flaw.HasSlotNamesOfAnotherSize, Check.Annotations },
        { Flaw.DependsOnActiveColumns, Check.ActiveColumns },
        { Flaw.PromisesAnotherType, Check.PromisedSchema },
        { Flaw.OrdersIndicesWrong, Check.DataFiles },
        { Flaw.DrawsAnewWhenLoaded, Check.OtherProcess },
        { Flaw.SeedsFromPosition, Check.ReadingOrder },
        { Flaw.SharesABufferBetweenCursors, Check.ReadingOrder },
        { Flaw.KeepsStateInTheTransformer, Check.Predictions },
        { Flaw.AdvancesWhenAsked, Check.RepeatedReads },
        { Flaw.HandsOutItsOwnBuffer, Check.RepeatedReads },
        { Flaw.MisreadsSparseVectors, Check.InputReading },
        { Flaw.ReadsAllColumns, Check.InputReading },
        { Flaw.AllocatesForEveryRow, Check.Allocations },
        { Flaw.AllocatesForEverySlotOfASchema, Check.Allocations },
        { Flaw.AddsTheSameColumnTwice, Check.ColumnForms },
        { Flaw.AcceptsFewerSlotsThanItLearned, Check.LearnedSlots },
        { Flaw.FitsInSilence, Check.Fitting },
        { Flaw.CannotBeCancelled, Check.Fitting },
        { Flaw.BelievesDamagedFiles, Check.DamagedModels },
        { Flaw.IsLeftOutOfOnnxModels, Check.OnnxConversion },
    };

    [Theory]
    [MemberData(nameof(AllChecks))]
    public void The_sound_twin_passes(Check check) => Run(check, Case(Flaw.None));

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_flaw_fails_its_check(Flaw flaw, Check check)
    {
        // Some flaws need several tries of the threads to show.
        Assert.Contains(Enumerable.Range(0, 20), _ => IsAssertion(Error(check, Case(flaw))));
    }

    [Theory]
    [InlineData(Check.RowMapping)]
    [InlineData(Check.DataFiles)]
    [InlineData(Check.OtherProcess)]
    [InlineData(Check.ReadingOrder)]
    [InlineData(Check.Predictions)]
    public void A_row_mapper_that_is_declared_a_stream_fails(Check check) =>
        Assert.NotNull(Error(check, Case(Flaw.None) with { Order = RowOrder.AsRead }));

    [Theory]
    [InlineData(Check.RowMapping)]
    [InlineData(Check.DataFiles)]
    [InlineData(Check.OtherProcess)]
    [InlineData(Check.ReadingOrder)]
    [InlineData(Check.Predictions)]
    [InlineData(Check.InputReading)]
    [InlineData(Check.Allocations)]
    public void A_stream_that_is_declared_a_row_mapper_fails(Check check) =>
        Assert.NotNull(Error(check, Stream with { Order = RowOrder.Irrelevant }));

    [Theory]
    [InlineData(Check.DataFiles)]
    [InlineData(Check.OtherProcess)]
    [InlineData(Check.ReadingOrder)]
    public void A_stream_that_follows_no_column_but_is_declared_to_fails(Check check) =>
        Assert.NotNull(Error(check, Stream with { Order = RowOrder.ByColumn }));

    [Fact]
    public void Refusing_vectors_of_variable_size_fails_where_they_are_declared_to_be_taken() =>
        Assert.NotNull(Error(Check.InvalidData, ConformanceCases.Find("delta") with { TakesVariableSize = "As a trial." }));

    private static ConformanceCase Stream => ConformanceCases.Find("delta stream");

    private Exception? Error(Check check, ConformanceCase test) => Record.Exception(() => Run(check, test));

    /// <summary>
    /// Whether the check itself says that the estimator fails, so that no error on the way to it is taken for that.
    /// </summary>
    private static bool IsAssertion(Exception? error) => error is AggregateException all
        ? all.Flatten().InnerExceptions.All(IsAssertion)
        : error is IAssertionException;

    private void Run(Check check, ConformanceCase test)
    {
        if (check == Check.OtherProcess)
            OtherProcessTests.Verify(test, process.Models[test]);
        else
            ConformanceChecks.All[check](test);
    }

    private static ConformanceCase Case(Flaw flaw) => new()
    {
        Name = $"{flaw}",
        Make = (context, columns) => new FlawedEstimator(context, columns, flaw),
        OutputType = ConformanceCase.Spikes(input => input.Insert(0, FlawedEstimator.NumSteps)),
        FitOnly = context => SampleRow.Data(context, [4097], rowCount: 1, value => value),
        ReadsData = true,
    };

    /// <summary>One other process for all models that these tests read there.</summary>
    public sealed class Process
    {
        internal OtherProcess Models { get; } = new([Case(Flaw.None), Case(Flaw.DrawsAnewWhenLoaded), Stream]);
    }
}
