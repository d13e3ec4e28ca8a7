using SpikeML;

namespace Microsoft.ML;

/// <summary>Writes columns for NumPy.</summary>
public static class NpyDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>
        /// Writes a column of known size as a <c>.npy</c> file of dimensions [rows, column dimensions]: a Double column as
        /// float64, any other as float32. The file is written atomically and replaces an existing one.
        /// </summary>
        /// <param name="columnName">A scalar or known-size vector of Single, Double or Byte, such as spikes.</param>
        /// <param name="path">The file to write; its folder must exist.</param>
        /// <param name="cancellationToken">Cancels writing; an existing file is unchanged.</param>
        /// <exception cref="ArgumentOutOfRangeException">The column does not exist or has another type.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
        public void SaveNpy(string columnName, string path, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentException.ThrowIfNullOrEmpty(path);
            DataViewSchema.Column column = ColumnSearch.Find(data.Schema, columnName);
            Write(data, column, path, cancellationToken);
        }
    }

    private static void Write(IDataView data, DataViewSchema.Column column, string path,
        CancellationToken cancellationToken)
    {
        var dimensions = InputKind.Features.Dimensions(new MLContext(), column);
        FileReplacement.Write(path, stream =>
        {
            NpyType type = InputKind.IsDouble(column) ? NpyType.Of<double>() : NpyType.Of<float>();
            using NpyWriter writer = new(stream, type, [NpyWriter.UnknownRows, .. dimensions], leaveOpen: true);
            using DataViewRowCursor cursor = data.GetRowCursor([column]);
            FeatureReader reader = FeatureReader.Create(cursor, column);
            while (cursor.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(writer, reader.ReadValues());
            }
            writer.Finish();
        });
    }

    private static void Write(NpyWriter writer, in ColumnValues values)
    {
        if (values.AreDoubles)
            writer.Write(values.Doubles);
        else
            writer.Write(values.Singles);
    }
}
