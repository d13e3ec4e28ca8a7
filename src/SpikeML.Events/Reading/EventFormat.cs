namespace SpikeML.Events;

/// <summary>A file format of event recordings.</summary>
public enum EventFormat
{
    /// <summary>N-MNIST and N-Caltech101: 5 bytes per event, without a header.</summary>
    NMnist,

    /// <summary>Prophesee DAT: 8 bytes per event after a header.</summary>
    Dat,

    /// <summary>Prophesee RAW with EVT 2.0 words of 32 bits.</summary>
    Evt2,

    /// <summary>Prophesee RAW with EVT 2.1 words of 64 bits, each with up to 32 events.</summary>
    Evt21,

    /// <summary>Prophesee RAW with EVT 3.0 words of 16 bits.</summary>
    Evt3,

    /// <summary>AEDAT 2.0 of jAER.</summary>
    Aedat2,

    /// <summary>AEDAT 3.1 of cAER.</summary>
    Aedat31,

    /// <summary>AEDAT 4.0 of DV: compressed packets.</summary>
    Aedat4,

    /// <summary>Text with one event per line.</summary>
    Text,

    /// <summary>A NumPy array (.npy): structured, or with four columns.</summary>
    Npy,

    /// <summary>A NumPy archive (.npz): one array for each field, or one array of events.</summary>
    Npz,

    /// <summary>HDF5: SHD and SSC, DSEC, and others with one array for each field.</summary>
    Hdf5,
}
