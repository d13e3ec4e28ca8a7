using SpikeML.Tests.Conformance.Checks;

namespace SpikeML.Tests.Conformance;

/// <summary>Each check as a function, for tests that run it on estimators of their own.</summary>
internal static class ConformanceChecks
{
    public static IReadOnlyDictionary<Check, Action<ConformanceCase>> All { get; } =
        new Dictionary<Check, Action<ConformanceCase>>
        {
            [Check.InvalidData] = InvalidDataTests.Verify,
            [Check.ErrorMessages] = ErrorMessageTests.Verify,
            [Check.FitOnlyData] = FitOnlyDataTests.Verify,
            [Check.RowMapping] = RowMappingTests.Verify,
            [Check.LoadedSchema] = LoadedSchemaTests.Verify,
            [Check.PropagatedSchema] = PropagatedSchemaTests.Verify,
            [Check.Annotations] = AnnotationTests.Verify,
            [Check.ActiveColumns] = ActiveColumnTests.Verify,
            [Check.PromisedSchema] = PromisedSchemaTests.Verify,
            [Check.DataFiles] = DataFileTests.Verify,
            [Check.OtherProcess] = OtherProcessTests.Verify,
            [Check.ReadingOrder] = ReadingOrderTests.Verify,
            [Check.Predictions] = PredictionTests.Verify,
            [Check.RepeatedReads] = RepeatedReadTests.Verify,
            [Check.InputReading] = InputReadingTests.Verify,
            [Check.Allocations] = AllocationTests.Verify,
            [Check.ColumnForms] = ColumnFormTests.Verify,
            [Check.LearnedSlots] = LearnedSlotTests.Verify,
            [Check.Fitting] = FittingTests.Verify,
            [Check.DamagedModels] = DamagedModelTests.Verify,
            [Check.OnnxConversion] = OnnxConversionTests.Verify,
        };
}
