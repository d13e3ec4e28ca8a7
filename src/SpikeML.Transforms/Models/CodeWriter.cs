namespace SpikeML;

/// <summary>Writes codes to a model file.</summary>
/// <param name="stream">Receives the state of the object that contains the codes.</param>
/// <param name="format">The format of the file (<see cref="ModelFormat"/>).</param>
internal sealed class CodeWriter(Stream stream, uint format) : BinaryWriter(stream)
{
    public uint Format => format;
}
