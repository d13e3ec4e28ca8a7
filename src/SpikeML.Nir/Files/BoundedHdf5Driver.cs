using System.Runtime.CompilerServices;
using PureHDF;
using PureHDF.VFD;
using PureHDF.VOL.Native;

[assembly: IgnoresAccessChecksTo("PureHDF")]

namespace SpikeML;

/// <summary>
/// The driver through which the HDF5 library reads a file. It refuses a read of more bytes than the file has before memory is
/// allocated; the library itself allocates any size that it finds in a damaged file.
/// </summary>
/// <param name="stream">The file.</param>
internal sealed class BoundedHdf5Driver(BudgetStream stream) : H5StreamDriver(stream, leaveOpen: true)
{
    /// <summary>Opens a file.</summary>
    /// <param name="stream">Its content, which stays open.</param>
    /// <exception cref="FormatException">Its addresses or sizes have neither 4 nor 8 bytes.</exception>
    public static NativeFile Open(Stream stream)
    {
        NativeFile file = NativeFile.InternalOpen(new BoundedHdf5Driver(new(stream)), "");
        return file.Context.Superblock is { OffsetsSize: 4 or 8, LengthsSize: 4 or 8 } ? file
            : throw new FormatException("Its addresses or sizes have neither 4 nor 8 bytes, so it is damaged.");
    }

    /// <summary>Why an object cannot be read, as the end of a sentence, because it is in another file; otherwise null.</summary>
    public static string? Fault(IH5Object found) =>
        found is NativeObject { Context.Driver: not BoundedHdf5Driver }
            or NativeDataset { InternalExternalFileList: not null }
            or IH5Dataset { Layout.Class: H5DataLayoutClass.VirtualStorage }
            ? "is a link to another file, which SpikeML does not open. Write a file that contains the values" : null;

    public override byte[] ReadBytes(int count) =>
        count <= Length - Position ? base.ReadBytes(count) : throw new EndOfStreamException();
}
