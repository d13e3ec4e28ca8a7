using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>Encoded rows to write.</summary>
/// <param name="Mapped">The columns of the output.</param>
/// <param name="SpikeColumn">The spike column.</param>
/// <param name="LabelColumn">The label column, or null if there is none.</param>
/// <param name="Count">The number of rows.</param>
internal sealed record SpikeRows(MappedRows Mapped, string SpikeColumn, string? LabelColumn, long Count)
{
    public IDataView View => new MappedView(Mapped, Count);

    public DataViewSchema Schema => Mapped.Schema;

    /// <summary>The steps, then the neurons' dimensions.</summary>
    public ImmutableArray<int> Dimensions { get; } = ((VectorDataViewType)Mapped.Schema[SpikeColumn].Type).Dimensions;

    public int Slots => SpikeML.Dimensions.Count(Dimensions);

    public int Neurons => Slots / Dimensions[0];

    /// <summary>Throws if the rows of a file are larger than any row can be.</summary>
    public static void CheckSlots(ImmutableArray<int> dimensions, string path)
    {
        if (SpikeML.Dimensions.Product(dimensions.AsSpan()) > Array.MaxLength)
            throw ToolException.BadInput($"The rows of '{path}' are damaged: {SpikeML.Dimensions.Text(dimensions)} are more than "
                + $"{Array.MaxLength} values.");
    }

    /// <summary>Reads all rows in pieces, in order. A piece is valid until the next one is requested.</summary>
    /// <param name="render">Converts a piece's spikes, on any thread.</param>
    public IEnumerable<(RowPiece Rows, T Rendered)> Pieces<T>(Func<SpikePiece, T> render)
    {
        DataViewSchema.Column column = Mapped.Schema[SpikeColumn];
        return Mapped.Pieces(rows => render(new SpikePiece(rows, column)));
    }
}
