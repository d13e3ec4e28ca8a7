namespace SpikeML.Plot.Animations;

/// <summary>
/// Reduces many colours to few, following P. Heckbert, "Color image quantization for frame buffer display" (1982): the widest
/// group of colours is split until there are enough groups. If the colours are few enough, all are kept.
/// </summary>
internal static class MedianCut
{
    /// <param name="colors">The colours as 0xFFRRGGBB, with the number of pixels of each.</param>
    /// <param name="most">The size of the palette.</param>
    public static uint[] Palette(Dictionary<uint, int> colors, int most)
    {
        if (colors.Count <= most)
            return [.. colors.Keys.Order()];
        List<(uint Color, int Count)[]> groups = [[.. colors.Select(pair => (pair.Key, pair.Value))]];
        while (groups.Count < most)
        {
            int widest = Enumerable.Range(0, groups.Count).MaxBy(i =>
                groups[i].Length < 2 ? -1 : Spread(groups[i], Widest(groups[i])));
            (uint Color, int Count)[] group = groups[widest];
            int channel = Widest(group);
            Array.Sort(group, (a, b) => Channel(a.Color, channel).CompareTo(Channel(b.Color, channel)));
            int middle = Middle(group, channel);
            groups[widest] = group[..middle];
            groups.Add(group[middle..]);
        }
        // The most common colour represents its group, so a figure's background and ink do not change.
        return [.. groups.Select(group => group.MaxBy(color => color.Count).Color).Order()];
    }

    public static int Distance(uint a, uint b)
    {
        int sum = 0;
        for (int channel = 0; channel < 3; channel++)
        {
            int difference = Channel(a, channel) - Channel(b, channel);
            sum += difference * difference;
        }
        return sum;
    }

    private static int Channel(uint color, int channel) => (byte)(color >> 8 * channel);

    private static int Widest((uint Color, int Count)[] group) => Enumerable.Range(0, 3).MaxBy(channel => Spread(group, channel));

    private static int Spread((uint Color, int Count)[] group, int channel)
    {
        int least = byte.MaxValue, most = 0;
        foreach ((uint color, _) in group)
            (least, most) = (Math.Min(least, Channel(color, channel)), Math.Max(most, Channel(color, channel)));
        return most - least;
    }

    // Halfway between the ends, not half of the pixels, because nearly all of these are background.
    private static int Middle((uint Color, int Count)[] group, int channel)
    {
        int half = (Channel(group[0].Color, channel) + Channel(group[^1].Color, channel)) / 2;
        int middle = Array.FindIndex(group, color => Channel(color.Color, channel) > half);
        return Math.Clamp(middle, 1, group.Length - 1);
    }
}
