using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Idv;

/// <summary>Spikes in a column of ML.NET's binary format.</summary>
internal sealed class IdvSpikes(IDataView view, string column) : SpikeFile
{
    public override ImmutableArray<int> Dimensions { get; } = SpikeColumn.Find(view, column) is var spikes
        ? [spikes.NumSteps, .. spikes.Shape] : [];

    public override long Rows { get; } = view.GetRowCount()!.Value;

    public override IEnumerable<SpikeTrain> Trains() => view.GetSpikeTrains(column);

    public override SpikeTrain Train(long row, CancellationToken cancellation) =>
        new RowBlock(view, row, 1).GetSpikeTrains(column).Single();

    public override void Dispose()
    {
    }

    public static IdvSpikes OfColumn(MLContext context, string path, string? column)
    {
        IDataView view = IdvInput.Open(context, path);
        return new IdvSpikes(view, SpikeColumnChoice.Of(view.Schema, $"'{path}'", column, "--column"));
    }
}
