using SpikeML.Plot.Png;

namespace SpikeML.Plot.Tests.Png;

public class BitPackingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Pack_puts_the_first_value_into_the_highest_bits_whatever_was_there(int bits)
    {
        Random random = new(bits);
        for (int count = 0; count <= 40; count++)
        {
            byte[] values = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(1 << bits))];
            byte[] packed = new byte[BitPacking.BytesFor(count, bits) + 1];
            Array.Fill(packed, (byte)0xA5);
            BitPacking.Pack(values, bits, packed);

            byte[] expected = [.. new byte[packed.Length - 1], 0xA5];
            for (int i = 0; i < count; i++)
                expected[i * bits / 8] |= (byte)(values[i] << 8 - bits - i * bits % 8);
            Assert.Equal(expected, packed);
        }
    }
}
