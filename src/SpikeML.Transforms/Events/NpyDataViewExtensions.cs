using SpikeML;

namespace Microsoft.ML;

/// <summary>Writes columns for NumPy.</summary>
public static class NpyDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>
        /// Writes a column of known size as a <c>.npy</c> file of dimensions [rows, column dimensions], in single precision. The file is
        /// written beside its place and then moved, over an older one if there is one.
        /// </summary>
        /// <param name="columnName">A scalar or known-size vector of Single, Double or Byte, such as spikes.</param>
        /// <param name="path">The file.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such column, or it is of another type.</exception>
        public void SaveNpy(string columnName, string path)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentException.ThrowIfNullOrEmpty(path);
            DataViewSchema.Column column = data.Schema.GetColumnOrNull(columnName)
                ?? throw new ArgumentOutOfRangeException(nameof(columnName), columnName, $"There is no column '{columnName}'.");
            Write(data, column, Path.GetFullPath(path));
        }
    }

    private static void Write(IDataView data, DataViewSchema.Column column, string path)
    {
        var dimensions = InputColumn.Dimensions(new MLContext(), column, scalarAllowed: true);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = File.Create(temporary))
            {
                byte[] header = NpyHeader.OfSingles(dimensions.Insert(0, int.MaxValue)).ToBytes();
                file.Write(header);
                int rows = WriteRows(data, column, file);
                file.Position = 0;
                file.Write(NpyHeader.OfSingles(dimensions.Insert(0, rows)).ToBytes(header.Length));
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static int WriteRows(IDataView data, DataViewSchema.Column column, FileStream file)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([column]);
        FeatureReader reader = FeatureReader.Create(cursor, column);
        int rows = 0;
        for (; cursor.MoveNext(); rows = checked(rows + 1))
            NpyFile.WriteValues(file, reader.Read());
        return rows;
    }
}
