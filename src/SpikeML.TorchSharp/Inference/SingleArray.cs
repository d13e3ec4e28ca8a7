using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>Arrays of single-precision numbers in model files, little-endian, without their length.</summary>
internal static class SingleArray
{
    public static void Write(BinaryWriter writer, float[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }
        foreach (float value in values)
            writer.Write(value);
    }

    public static float[] Read(BinaryReader reader, long count)
    {
        reader.CheckRoom(count, sizeof(float));
        float[] values = new float[count];
        if (BitConverter.IsLittleEndian)
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        for (int i = 0; !BitConverter.IsLittleEndian && i < count; i++)
            values[i] = reader.ReadSingle();
        return values;
    }
}
