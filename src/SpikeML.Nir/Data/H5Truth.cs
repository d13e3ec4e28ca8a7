namespace SpikeML.Nir;

/// <summary>A truth value as NumPy has it in HDF5 files.</summary>
internal enum H5Truth : byte
{
    FALSE,
    TRUE,
}
