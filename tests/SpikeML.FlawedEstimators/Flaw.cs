namespace SpikeML.Tests.Conformance;

/// <summary>What can be wrong with an estimator; each is caught by the conformance check that its comment names.</summary>
public enum Flaw
{
    /// <summary>The sound twin of all others: passes every check.</summary>
    None,

    /// <summary>Check 1.</summary>
    AcceptsAnyType,

    /// <summary>Check 2.</summary>
    ThrowsWhateverComes,

    /// <summary>Check 3.</summary>
    TransformsWhatItShouldRefuse,

    /// <summary>Check 4.</summary>
    IsNoRowMapper,

    /// <summary>Check 5.</summary>
    ForgetsDimensionsWhenLoaded,

    /// <summary>Check 6.</summary>
    DeliversATypeWithoutDimensions,

    /// <summary>Check 7.</summary>
    HasSlotNamesOfAnotherSize,

    /// <summary>Check 8.</summary>
    DependsOnActiveColumns,

    /// <summary>Check 9.</summary>
    PromisesAnotherType,

    /// <summary>Check 10.</summary>
    OrdersIndicesWrong,

    /// <summary>Check 11.</summary>
    DrawsAnewWhenLoaded,

    /// <summary>Check 12.</summary>
    SeedsFromPosition,

    /// <summary>Check 12.</summary>
    SharesABufferBetweenCursors,

    /// <summary>Check 13.</summary>
    KeepsStateInTheTransformer,

    /// <summary>Check 14.</summary>
    AdvancesWhenAsked,

    /// <summary>Check 14.</summary>
    HandsOutItsOwnBuffer,

    /// <summary>Check 15.</summary>
    MisreadsSparseVectors,

    /// <summary>Check 15.</summary>
    ReadsAllColumns,

    /// <summary>Check 16.</summary>
    AllocatesForEveryRow,

    /// <summary>Check 16.</summary>
    AllocatesForEverySlotOfASchema,

    /// <summary>Check 17.</summary>
    AddsTheSameColumnTwice,

    /// <summary>Check 18.</summary>
    AcceptsFewerSlotsThanItLearned,

    /// <summary>Check 19.</summary>
    FitsInSilence,

    /// <summary>Check 19.</summary>
    CannotBeCancelled,

    /// <summary>Check 20.</summary>
    BelievesDamagedFiles,
}
