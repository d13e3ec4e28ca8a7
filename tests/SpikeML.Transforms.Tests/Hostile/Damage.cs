namespace SpikeML.Tests.Hostile;

/// <summary>Damages bytes as disks, networks and attackers do.</summary>
internal static class Damage
{
    private static readonly uint[] AbsurdLengths = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x00FFFFFF, 0x3FFFFFFF];

    public static byte[] Of(byte[] sound, Random random)
    {
        List<byte> bytes = [.. sound];
        for (int times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
            Once(bytes, random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, Random random)
    {
        int place = random.Next(2) == 0 ? random.Next(bytes.Count) : random.Next(Math.Min(bytes.Count, 32));
        switch (random.Next(6))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 2:
                bytes.RemoveRange(place, Math.Min(random.Next(1, 9), bytes.Count - place));
                break;
            case 3:
                bytes.InsertRange(place, new byte[random.Next(1, 9)]);
                break;
            case 4:
                OverwriteLength(bytes, place & ~3, AbsurdLengths[random.Next(AbsurdLengths.Length)], random.Next(2) == 0);
                break;
            default:
                bytes[place] = (byte)random.Next(256);
                break;
        }
    }

    private static void OverwriteLength(List<byte> bytes, int place, uint length, bool bigEndian)
    {
        for (int i = 0; i < 4 && place + i < bytes.Count; i++)
            bytes[place + i] = (byte)(length >> (8 * (bigEndian ? 3 - i : i)));
    }
}
