using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Jobs;

/// <summary>The columns that a saved model expects, found in an input.</summary>
internal static class ModelInput
{
    /// <summary>The columns of single values, which a table may have under the same names.</summary>
    public static IReadOnlyList<(string Name, DataKind Kind)> Scalars(DataViewSchema? schema) => schema is null ? [] :
    [
        .. schema.Where(column => !column.IsHidden
                && column.Type is NumberDataViewType or TextDataViewType or BooleanDataViewType)
            .Select(column => (column.Name, column.Type.GetRawKind())),
    ];

    /// <summary>The input with features of the type that the model was trained with, if both hold numbers.</summary>
    public static InputData Fit(MLContext context, InputData data, DataViewSchema? schema)
    {
        if (schema?.GetColumnOrNull(data.Features) is not { Type: VectorDataViewType wanted }
            || data.Rows.Schema[data.Features].Type is not VectorDataViewType given)
            return data;
        IDataView rows = data.Rows;
        if (wanted.ItemType is NumberDataViewType && given.ItemType is NumberDataViewType && wanted.ItemType != given.ItemType)
            rows = context.Transforms.Conversion.ConvertType(data.Features, data.Features, wanted.ItemType.GetRawKind()).Fit(rows)
                .Transform(rows);
        if (wanted.Size == given.Size && !wanted.Dimensions.SequenceEqual(given.Dimensions))
            rows = context.Transforms.Spikes.Reshape(data.Features, data.Features, [.. wanted.Dimensions]).Fit(rows)
                .Transform(rows);
        return data with { Rows = rows };
    }

    private static DataKind GetRawKind(this DataViewType type) => type switch
    {
        TextDataViewType => DataKind.String,
        BooleanDataViewType => DataKind.Boolean,
        _ when type == NumberDataViewType.Double => DataKind.Double,
        _ when type == NumberDataViewType.Byte => DataKind.Byte,
        _ when type == NumberDataViewType.SByte => DataKind.SByte,
        _ when type == NumberDataViewType.Int16 => DataKind.Int16,
        _ when type == NumberDataViewType.UInt16 => DataKind.UInt16,
        _ when type == NumberDataViewType.Int32 => DataKind.Int32,
        _ when type == NumberDataViewType.UInt32 => DataKind.UInt32,
        _ when type == NumberDataViewType.Int64 => DataKind.Int64,
        _ when type == NumberDataViewType.UInt64 => DataKind.UInt64,
        _ => DataKind.Single,
    };
}
