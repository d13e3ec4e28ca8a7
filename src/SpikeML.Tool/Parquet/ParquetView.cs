using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Parquet;

/// <summary>A column of a view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="MakeGetter">Makes a getter of the current row of a cursor, as <c>ValueGetter</c> of the type's values.</param>
internal sealed record ParquetViewColumn(string Name, DataViewType Type, Func<ParquetView.Cursor, Delegate> MakeGetter);

/// <summary>The rows of a Parquet file, with one row group of the columns that are read in memory at a time.</summary>
internal sealed class ParquetView : IDataView
{
    private readonly string _path;
    private readonly ImmutableArray<long> _groups;
    private readonly ImmutableArray<ParquetViewColumn> _columns;

    /// <param name="path">The file.</param>
    /// <param name="groups">The number of rows in each row group.</param>
    /// <param name="columns">The columns.</param>
    public ParquetView(string path, ImmutableArray<long> groups, ImmutableArray<ParquetViewColumn> columns)
    {
        (_path, _groups, _columns) = (path, groups, columns);
        DataViewSchema.Builder schema = new();
        foreach (ParquetViewColumn column in columns)
            schema.AddColumn(column.Name, column.Type);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _groups.Sum();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    internal sealed class Cursor(ParquetView view, HashSet<int> active) : DataViewRowCursor
    {
        private ParquetContent? _content;
        private long _position = -1;

        /// <summary>The row group of the current row.</summary>
        public int Group { get; private set; }

        /// <summary>The current row in its row group.</summary>
        public int Row { get; private set; } = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref id) => id = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            (ValueGetter<TValue>)view._columns[column.Index].MakeGetter(this);

        /// <summary>Reads a column of the current row group. Row groups that nobody asks for are skipped.</summary>
        public ParquetColumn Read(ParquetField field) => (_content ??= ParquetContent.Open(view._path)).Read(Group, field);

        public override bool MoveNext()
        {
            for (Row++; Group < view._groups.Length; Row = 0, Group++)
            {
                if (Row >= view._groups[Group])
                    continue;
                _position++;
                return true;
            }
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content?.Dispose();
            base.Dispose(disposing);
        }
    }
}
