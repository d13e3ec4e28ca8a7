using PureHDF.VOL.Native;

namespace SpikeML.Events;

/// <summary>A table in an HDF5 file, which it closes.</summary>
internal sealed class Hdf5Table(NativeFile file, EventTable inner) : EventTable
{
    public override IReadOnlyList<string>? Names => inner.Names;

    public override int ColumnCount => inner.ColumnCount;

    public override int Read(Span<EventNumber> cells) => inner.Read(cells);

    protected override void Close()
    {
        inner.Dispose();
        file.Dispose();
    }
}
