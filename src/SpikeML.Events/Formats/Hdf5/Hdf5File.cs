using System.Text.RegularExpressions;
using PureHDF;
using PureHDF.VOL.Native;

namespace SpikeML.Events;

/// <summary>Opens HDF5 files of recordings: SHD and SSC, and those with an array for each field, such as DSEC's.</summary>
internal static partial class Hdf5File
{
    private const int DeepestGroup = 4, MostGroups = 256;

    /// <exception cref="FormatException">It has no events, or is damaged.</exception>
    public static EventDecoder Open(ByteSource source, EventReaderOptions options)
    {
        Stream stream = source.Seekable();
        NativeFile file = Guarded(source, "", () => BoundedHdf5Driver.Open(stream));
        try
        {
            return Guarded(source, "", () => Open(source, file, options));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <exception cref="FormatException">The values of the dataset are in another file.</exception>
    public static void CheckOwn(ByteSource source, IH5Dataset dataset, string name)
    {
        if (BoundedHdf5Driver.Fault(dataset) is { } fault)
            throw source.Error($"has {name}, which {fault}");
    }

    /// <summary>Does something with the library, which throws exceptions of any kind where bytes are damaged.</summary>
    /// <param name="source">The file.</param>
    /// <param name="what">What is read, such as "'events/x'"; empty for the file itself.</param>
    /// <param name="action">What is done.</param>
    /// <exception cref="FormatException">The content is damaged, or compressed with a filter that is not there.</exception>
    public static T Guarded<T>(ByteSource source, string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is not (FormatException or UnauthorizedAccessException or IOException)
            or EndOfStreamException)
        {
            string of = what.Length == 0 ? "" : $" in {what}";
            throw Filter().Match(error.Message) is { Success: true } filter
                ? source.Error($"is compressed with the filter {filter.Groups[1]}{of}, which SpikeML cannot read. Write it with "
                    + "gzip or without compression, for example with h5repack -f GZIP=4", error)
                : source.Error($"is an HDF5 file that is damaged or cut off{of}", error);
        }
        catch (FormatException error) when (!error.Message.StartsWith(source.Name, StringComparison.Ordinal))
        {
            throw source.Error($"is an HDF5 file that is damaged: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static EventDecoder Open(ByteSource source, NativeFile file, EventReaderOptions options)
    {
        if (file.LinkExists("spikes") && file.Get("spikes") is IH5Group spikes && spikes.LinkExists("times")
            && spikes.LinkExists("units"))
            return new SpikeRecordings(source, file, options.Recording);
        Queue<(IH5Group Group, string Path, int Depth)> groups = new([(file, "", 0)]);
        List<string> datasets = [];
        for (int seen = 0; groups.TryDequeue(out var own) && seen < MostGroups; seen++)
        {
            IH5Object[] children = [.. own.Group.Children()];
            IH5Dataset[] arrays = [.. children.OfType<IH5Dataset>()];
            if (EventColumns.Named([.. arrays.Select(array => array.Name)], "") is { } columns)
                return Columns(source, file, own.Path, [arrays[columns.X], arrays[columns.Y], arrays[columns.Time],
                    arrays[columns.Polarity]], options);
            datasets.AddRange(arrays.Select(array => own.Path + array.Name));
            if (own.Depth < DeepestGroup)
                foreach (IH5Group child in children.OfType<IH5Group>())
                    groups.Enqueue((child, $"{own.Path}{child.Name}/", own.Depth + 1));
        }
        throw new NoEventsException($"{source.Name} has no datasets x, y, t and p in a group of their own, and no spikes/times "
            + $"and spikes/units; its datasets are {string.Join(", ", datasets.Take(20).Select(name => $"'{name}'"))}.");
    }

    private static TableDecoder Columns(
        ByteSource source, NativeFile file, string path, IH5Dataset[] arrays, EventReaderOptions options)
    {
        string[] names = [.. arrays.Select(array => path + array.Name)];
        // DSEC: times count from the start of the recording, which is a dataset of its own.
        long offset = file.LinkExists("t_offset") && file.Get("t_offset") is IH5Dataset start
            ? Hdf5Column.Single(source, start) : 0;
        const int Time = 2;
        IArrayColumn[] columns = [.. arrays.Select((array, i) =>
            new Hdf5Column(source, array, $"'{names[i]}'", i == Time ? offset : 0))];
        return new TableDecoder(source, new Hdf5Table(file, new ArrayTable(source, names, columns)), options);
    }

    [GeneratedRegex("filter '([^']+)'")]
    private static partial Regex Filter();
}
