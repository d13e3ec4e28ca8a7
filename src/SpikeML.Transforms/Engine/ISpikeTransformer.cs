using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A transformer of any codes.</summary>
internal interface ISpikeTransformer : ITransformer
{
    /// <summary>The input and output columns.</summary>
    IReadOnlyList<InputOutputColumnPair> Columns { get; }

    /// <summary>The code of each column.</summary>
    IReadOnlyList<SpikeCode> Codes { get; }

    /// <summary>Binds the transformer to a schema.</summary>
    IRowMapper MapRows(DataViewSchema schema);

    /// <summary>The same transformer with different codes of the same kind.</summary>
    ISpikeTransformer With(Func<SpikeCode, SpikeCode> change);
}
