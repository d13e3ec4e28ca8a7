using System.Collections.Frozen;
using SpikeML.Events;

namespace SpikeML.Fuzzing;

/// <summary>Every parser of files, by the name that eng/fuzz.sh and the folders of the corpus have.</summary>
internal static class FuzzTargets
{
    public static FrozenDictionary<string, FuzzTarget> All { get; } = new Dictionary<string, FuzzTarget>
    {
        ["idx-images"] = new(IdxTargets.Images, error => error is InvalidDataException),
        ["idx-labels"] = new(IdxTargets.Labels, error => error is InvalidDataException),
        ["gzip"] = new(IdxTargets.Gzip, error => error is InvalidDataException),
        ["npy"] = new(NumPyTargets.Npy, error => error is FormatException),
        ["npy-events"] = new(NumPyTargets.NpyEvents, error => error is FormatException),
        ["npz"] = new(NumPyTargets.Npz, error => error is FormatException),
        ["npz-member"] = new(NumPyTargets.NpzMember, error => error is FormatException),
        ["n-mnist"] = new(EventTargets.NMnist, error => error is FormatException),
        ["events-csv"] = new(EventTargets.Csv, error => error is FormatException),
        ["events"] = EventFileTargets.Of(null),
        ["events-n-mnist"] = EventFileTargets.Of(EventFormat.NMnist),
        ["events-dat"] = EventFileTargets.Of(EventFormat.Dat),
        ["events-evt2"] = EventFileTargets.Of(EventFormat.Evt2),
        ["events-evt21"] = EventFileTargets.Of(EventFormat.Evt21),
        ["events-evt3"] = EventFileTargets.Of(EventFormat.Evt3),
        ["events-aedat2"] = EventFileTargets.Of(EventFormat.Aedat2),
        ["events-aedat31"] = EventFileTargets.Of(EventFormat.Aedat31),
        ["events-aedat4"] = EventFileTargets.Of(EventFormat.Aedat4),
        ["events-text"] = EventFileTargets.Of(EventFormat.Text),
        ["events-npy"] = EventFileTargets.Of(EventFormat.Npy),
        ["events-npz"] = EventFileTargets.Of(EventFormat.Npz),
        // The HDF5 library takes memory for the length of a list (SHD), which no driver sees.
        ["events-hdf5"] = EventFileTargets.Of(EventFormat.Hdf5) with { MostBytes = 1L << 32 },
        ["spikes-csv"] = new(SpikeFileTargets.Csv, SpikeFileTargets.Refuses),
        ["spikes-npz"] = new(SpikeFileTargets.Npz, SpikeFileTargets.Refuses),
        ["spikes-arrays"] = new(SpikeFileTargets.Arrays, SpikeFileTargets.Refuses),
        ["spikes-parquet"] = new(SpikeFileTargets.Parquet, SpikeFileTargets.Refuses),
        ["parquet"] = new(SpikeFileTargets.Table, SpikeFileTargets.Refuses),
        ["spikes-record"] = new(SpikeFileTargets.Record, SpikeFileTargets.Refuses),
        ["nir"] = new(NirTargets.Graph, error => error is FormatException),
        ["nir-data"] = new(NirTargets.Data, error => error is FormatException or ArgumentException { ParamName: not null }),
        ["model"] = new(ModelTarget.Read, error => error is FormatException),
    }.ToFrozenDictionary();
}
