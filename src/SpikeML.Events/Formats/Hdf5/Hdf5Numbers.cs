using PureHDF;
using PureHDF.Selections;

namespace SpikeML.Events;

/// <summary>Reads numbers of any type from HDF5 datasets.</summary>
internal static class Hdf5Numbers
{
    public static bool AreNumbers(IH5DataType type) => (type.Class, type.Size) is
        (H5DataTypeClass.FloatingPoint, 2 or 4 or 8)
        or (H5DataTypeClass.FixedPoint or H5DataTypeClass.Enumerated or H5DataTypeClass.BitField, 1 or 2 or 4 or 8);

    /// <param name="dataset">A dataset of numbers.</param>
    /// <param name="rows">Which are read; null for all.</param>
    /// <param name="count">How many these are.</param>
    public static EventNumber[] Read(IH5Dataset dataset, HyperslabSelection? rows, int count)
    {
        EventNumber[] numbers = Read(dataset, dataset.Type, rows, isList: false);
        return numbers.Length == count ? numbers : throw new FormatException(
            $"'{dataset.Name}' gave {numbers.Length} values where there should be {count}");
    }

    /// <summary>Reads one row of a dataset whose rows are lists of numbers.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="row">The row.</param>
    public static EventNumber[] ReadList(IH5Dataset dataset, int row) =>
        Read(dataset, dataset.Type.VariableLength.BaseType, new((ulong)row, 1), isList: true);

    private static EventNumber[] Read(IH5Dataset dataset, IH5DataType type, HyperslabSelection? rows, bool isList)
    {
        bool isSigned = type.Class == H5DataTypeClass.FixedPoint && type.FixedPoint.IsSigned;
        bool isSingle = rows is null && dataset.Space.Dimensions is [];
        return (type.Class, type.Size, isSigned) switch
        {
            (H5DataTypeClass.FloatingPoint, 2, _) => Of<Half>(value => EventNumber.Of((double)value)),
            (H5DataTypeClass.FloatingPoint, 4, _) => Of<float>(value => EventNumber.Of(value)),
            (H5DataTypeClass.FloatingPoint, _, _) => Of<double>(EventNumber.Of),
            (_, 1, true) => Of<sbyte>(value => new(value, 0)),
            (_, 1, false) => Of<byte>(value => new(value, 0)),
            (_, 2, true) => Of<short>(value => new(value, 0)),
            (_, 2, false) => Of<ushort>(value => new(value, 0)),
            (_, 4, true) => Of<int>(value => new(value, 0)),
            (_, 4, false) => Of<uint>(value => new(value, 0)),
            (_, _, true) => Of<long>(value => new(value, 0)),
            _ => Of<ulong>(value => value <= long.MaxValue ? new((long)value, 0) : EventNumber.Invalid),
        };

        EventNumber[] Of<T>(Converter<T, EventNumber> convert)
            where T : unmanaged =>
            Array.ConvertAll(isList ? dataset.Read<T[]?[]>(fileSelection: rows)[0] ?? []
                : isSingle ? [dataset.Read<T>()] : dataset.Read<T[]>(fileSelection: rows), convert);
    }
}
