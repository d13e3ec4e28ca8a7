namespace SpikeML;

/// <summary>Reads codes from a model file.</summary>
/// <param name="stream">The state of the object that contains the codes.</param>
/// <param name="format">The format of the file (<see cref="ModelFormat"/>).</param>
internal sealed class CodeReader(Stream stream, uint format) : BinaryReader(stream)
{
    public uint Format => format;
}
