namespace SpikeML.Tests.Conformance;

/// <summary>What a first-class ML.NET estimator does, as twenty checks. ML.NET's own TestEstimatorCore makes the first ten.</summary>
internal static class EstimatorConformance
{
    public static IReadOnlyDictionary<int, (string Name, Action<ConformanceCase> Check)> Checks { get; } =
        new Dictionary<int, (string, Action<ConformanceCase>)>
        {
            [1] = ("accepts valid and refuses invalid data", SchemaChecks.AcceptsValidAndRefusesInvalidData),
            [2] = ("refuses in ML.NET's own words", SchemaChecks.RefusesInMlNetsOwnWords),
            [3] = ("refuses to transform what can only be fitted", SchemaChecks.RefusesToTransformWhatOnlyFits),
            [4] = ("maps rows to rows", SchemaChecks.MapsRowsToRows),
            [5] = ("keeps its schema when loaded", SchemaChecks.KeepsItsSchemaWhenLoaded),
            [6] = ("delivers the schema that it propagates", SchemaChecks.DeliversTheSchemaThatItPropagates),
            [7] = ("answers for annotations", SchemaChecks.AnswersForAnnotations),
            [8] = ("agrees whichever columns are active", ValueChecks.AgreesWhicheverColumnsAreActive),
            [9] = ("promises what it delivers", SchemaChecks.PromisesWhatItDelivers),
            [10] = ("survives text and binary files", ValueChecks.SurvivesTextAndBinaryFiles),
            [11] = ("gives the same in another process", ModelChecks.GivesTheSameInAnotherProcess),
            [12] = ("agrees in every order and on every thread", ValueChecks.AgreesInWhateverOrderAndOnWhateverThreadRowsAreRead),
            [13] = ("predicts what the batch gives", ModelChecks.PredictsWhatTheBatchGives),
            [14] = ("gives the same however often it is asked", ValueChecks.GivesTheSameHoweverOftenItIsAsked),
            [15] = ("takes sparse and dense alike, reads what it needs", ValueChecks.TakesSparseAndDenseAlikeAndReadsOnlyWhatItNeeds),
            [16] = ("allocates nothing per row or slot", CostChecks.AllocatesNothingPerRowOrSlot),
            [17] = ("takes columns in every form", SchemaChecks.TakesColumnsInEveryForm),
            [18] = ("refuses fewer slots than it learned", SchemaChecks.RefusesFewerSlotsThanItLearned),
            [19] = ("fits as the host wants", ModelChecks.FitsAsTheHostWants),
            [20] = ("refuses a damaged file", ModelChecks.RefusesADamagedFile),
        };
}
