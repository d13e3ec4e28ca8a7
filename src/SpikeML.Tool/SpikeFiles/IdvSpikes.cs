using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Inputs;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.SpikeFiles;

/// <summary>Spikes in a column of ML.NET's binary format.</summary>
internal sealed class IdvSpikes(IDataView view, string column) : SpikeFile
{
    public override ImmutableArray<int> Dimensions { get; } = ((VectorDataViewType)view.Schema[column].Type).Dimensions;

    public override long Rows { get; } = view.GetRowCount()!.Value;

    public string Column => column;

    public override IEnumerable<SpikeTrain> Trains() => view.GetSpikeTrains(column);

    public override void Dispose()
    {
    }

    public static IdvSpikes OfColumn(MLContext context, string path, string? column)
    {
        IDataView view = BinaryInput.Open(context, path);
        return new IdvSpikes(view, ColumnOf(view.Schema, $"'{path}'", column));
    }

    /// <summary>The column that is asked for, or the one named Spikes, or the only one that can hold spikes.</summary>
    public static string ColumnOf(DataViewSchema schema, string place, string? column, string option = "--column")
    {
        string[] candidates = [.. schema.Where(each => !each.IsHidden && IsSpikes(each.Type)).Select(each => each.Name)];
        string? wanted = column ?? (candidates.Contains(OutputRequest.DefaultColumn) ? OutputRequest.DefaultColumn : candidates is [string only] ? only : null);
        if (wanted is not null && candidates.Contains(wanted))
            return wanted;
        throw ToolException.Usage(
            $"{(column is null ? "Which column holds the spikes is not clear" : $"There is no column '{column}' of spikes")} in {place}: "
            + (candidates.Length == 0 ? "none is Vector<Single> of known size." : $"give one of {string.Join(", ", candidates)} with {option}."));
    }

    private static bool IsSpikes(DataViewType type) => type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single;
}
