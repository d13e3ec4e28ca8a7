using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Moves events on the sensor, in place.</summary>
internal static class EventGeometry
{
    /// <summary>Keeps the events of a part of the sensor, counted from its corner; returns their number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Crop(Span<AddressEvent> events, int top, int left, int height, int width)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            (int x, int y) = (own.X - left, own.Y - top);
            if ((uint)x >= (uint)width || (uint)y >= (uint)height)
                continue;
            events[kept++] = own with { X = x, Y = y };
        }
        return kept;
    }

    /// <summary>Scales positions from one sensor to another, rounding down, in integers.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Resize(Span<AddressEvent> events, SensorSize from, SensorSize to)
    {
        foreach (ref AddressEvent own in events)
            own = own with { X = (int)((long)own.X * to.Width / from.Width), Y = (int)((long)own.Y * to.Height / from.Height) };
    }

    /// <summary>Mirrors positions or inverts polarities.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Flip(Span<AddressEvent> events, SensorSize size, bool isHorizontal, bool isVertical, bool isPolarity)
    {
        foreach (ref AddressEvent own in events)
        {
            own = own with
            {
                X = isHorizontal ? size.Width - 1 - own.X : own.X,
                Y = isVertical ? size.Height - 1 - own.Y : own.Y,
                Polarity = isPolarity ? 1 - own.Polarity : own.Polarity,
            };
        }
    }

    /// <summary>Drops the events of a rectangle; returns the number of the rest.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int DropArea(Span<AddressEvent> events, int top, int left, int height, int width)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            if ((uint)(own.X - left) >= (uint)width || (uint)(own.Y - top) >= (uint)height)
                events[kept++] = own;
        }
        return kept;
    }
}
