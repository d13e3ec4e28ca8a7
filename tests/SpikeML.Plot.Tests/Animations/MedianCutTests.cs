using SpikeML.Plot.Animations;

namespace SpikeML.Plot.Tests.Animations;

public class MedianCutTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    public void Palette_keeps_all_colours_when_they_are_few(int count)
    {
        Dictionary<uint, int> colors = Enumerable.Range(0, count).ToDictionary(i => 0xFF000000 | (uint)i * 1031, _ => 1);

        Assert.Equal(colors.Keys.Order(), MedianCut.Palette(colors, 63));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(255)]
    public void Palette_has_a_colour_near_each_when_they_are_many(int most)
    {
        // Shades between paper and three inks, as smooth text and bars have them, with paper by far the commonest.
        Dictionary<uint, int> colors = [];
        foreach (uint ink in new uint[] { 0x1A1A1A, 0x0072B2, 0xD55E00 })
        {
            for (uint share = 0; share <= 255; share++)
                colors[0xFF000000 | Mix(ink, share, 16) | Mix(ink, share, 8) | Mix(ink, share, 0)] = 1;
        }
        colors[0xFFFFFFFF] = 1_000_000;
        uint[] palette = MedianCut.Palette(colors, most);

        Assert.Equal(most, palette.Length);
        Assert.Contains(0xFFFFFFFF, palette);
        Assert.All(colors.Keys, color => Assert.InRange(palette.Min(near => MedianCut.Distance(color, near)), 0, 3 * 12 * 12));
    }

    private static uint Mix(uint ink, uint share, int shift) =>
        ((ink >> shift & 255) * share + 255 * (255 - share)) / 255 << shift;
}
