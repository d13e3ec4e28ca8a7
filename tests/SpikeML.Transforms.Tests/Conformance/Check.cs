namespace SpikeML.Tests.Conformance;

/// <summary>
/// What is checked of every estimator; the class of tests of the same name in Checks says how. ML.NET's own harness
/// (TestEstimatorCore) makes the checks up to <see cref="DataFiles"/>.
/// </summary>
public enum Check
{
    /// <summary>Valid data is accepted, invalid data refused.</summary>
    InvalidData,

    /// <summary>Columns are refused with ML.NET's own messages.</summary>
    ErrorMessages,

    /// <summary>Data that can only be fitted on is not transformed.</summary>
    FitOnlyData,

    /// <summary>The transformer is a row mapper.</summary>
    RowMapping,

    /// <summary>A loaded model has the schema of the saved one.</summary>
    LoadedSchema,

    /// <summary>The transformed data has the schema that was propagated.</summary>
    PropagatedSchema,

    /// <summary>Slot names fit, and unknown annotations are refused.</summary>
    Annotations,

    /// <summary>Values are the same whichever columns are read.</summary>
    ActiveColumns,

    /// <summary>The estimator promises the schema that its transformer delivers.</summary>
    PromisedSchema,

    /// <summary>Values survive text and binary files.</summary>
    DataFiles,

    /// <summary>A saved model gives the same values in another process.</summary>
    OtherProcess,

    /// <summary>Values are the same in every order of reading and on every thread.</summary>
    ReadingOrder,

    /// <summary>Prediction engines give what the batch gives.</summary>
    Predictions,

    /// <summary>A row has the same values however often it is read.</summary>
    RepeatedReads,

    /// <summary>Sparse and dense vectors give the same, and only needed columns are read.</summary>
    InputReading,

    /// <summary>Nothing is allocated for each row, or for each slot of a schema.</summary>
    Allocations,

    /// <summary>Pairs of columns are taken in every form.</summary>
    ColumnForms,

    /// <summary>Fewer slots than were learned are refused.</summary>
    LearnedSlots,

    /// <summary>Fitting logs what it read, and stops when cancelled.</summary>
    Fitting,

    /// <summary>A damaged model file is refused.</summary>
    DamagedModels,

    /// <summary>Conversion to ONNX is refused by name, never left out.</summary>
    OnnxConversion,
}
