namespace SpikeML.Tests.Conformance;

/// <summary>What can be wrong with an estimator; each is caught by the conformance check that its comment names.</summary>
public enum Flaw
{
    /// <summary>The sound twin of all others: passes every check.</summary>
    None,

    /// <summary>Check InvalidData.</summary>
    AcceptsAnyType,

    /// <summary>Check ErrorMessages.</summary>
    ThrowsWhateverComes,

    /// <summary>Check FitOnlyData.</summary>
    TransformsWhatItShouldRefuse,

    /// <summary>Check RowMapping.</summary>
    IsNoRowMapper,

    /// <summary>Check LoadedSchema.</summary>
    ForgetsDimensionsWhenLoaded,

    /// <summary>Check PropagatedSchema.</summary>
    DeliversATypeWithoutDimensions,

    /// <summary>Check Annotations.</summary>
    HasSlotNamesOfAnotherSize,

    /// <summary>Check ActiveColumns.</summary>
    DependsOnActiveColumns,

    /// <summary>Check PromisedSchema.</summary>
    PromisesAnotherType,

    /// <summary>Check DataFiles.</summary>
    OrdersIndicesWrong,

    /// <summary>Check OtherProcess.</summary>
    DrawsAnewWhenLoaded,

    /// <summary>Check ReadingOrder.</summary>
    SeedsFromPosition,

    /// <summary>Check ReadingOrder.</summary>
    SharesABufferBetweenCursors,

    /// <summary>Check Predictions.</summary>
    KeepsStateInTheTransformer,

    /// <summary>Check RepeatedReads.</summary>
    AdvancesWhenAsked,

    /// <summary>Check RepeatedReads.</summary>
    HandsOutItsOwnBuffer,

    /// <summary>Check InputReading.</summary>
    MisreadsSparseVectors,

    /// <summary>Check InputReading.</summary>
    ReadsAllColumns,

    /// <summary>Check Allocations.</summary>
    AllocatesForEveryRow,

    /// <summary>Check Allocations.</summary>
    AllocatesForEverySlotOfASchema,

    /// <summary>Check ColumnForms.</summary>
    AddsTheSameColumnTwice,

    /// <summary>Check LearnedSlots.</summary>
    AcceptsFewerSlotsThanItLearned,

    /// <summary>Check Fitting.</summary>
    FitsInSilence,

    /// <summary>Check Fitting.</summary>
    CannotBeCancelled,

    /// <summary>Check DamagedModels.</summary>
    BelievesDamagedFiles,

    /// <summary>Check OnnxConversion.</summary>
    IsLeftOutOfOnnxModels,
}
