using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

public class SpikeDataViewTests
{
    private readonly MLContext _context = new(seed: 1);
    private int _rowsMade;

    [Fact]
    public void A_single_cursor_reads_no_further_than_it_is_moved()
    {
        IDataView spikes = Spikes();
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
        cursor.MoveNext();
        cursor.MoveNext();
        Assert.InRange(_rowsMade, 1, 2);
    }

    [Fact]
    public void A_view_is_a_data_transform_over_its_source()
    {
        var transform = Assert.IsType<IDataTransform>(Spikes(), exactMatch: false);
        Assert.Null(transform.Source.Schema.GetColumnOrNull("Spikes"));
    }

    private IDataView Spikes()
    {
        IEnumerable<Row> rows = Enumerable.Range(0, 500).Select(_ => { _rowsMade++; return new Row(); });
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        return _context.Transforms.Spikes.EncodeDelta("Spikes", "Features").Fit(data).Transform(data);
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [0, 1];
    }
}
