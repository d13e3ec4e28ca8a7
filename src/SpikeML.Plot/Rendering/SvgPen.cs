using System.Buffers;
using System.Globalization;

namespace SpikeML.Plot.Rendering;

/// <summary>Writes path data of relative moves, without a string for each.</summary>
internal sealed class SvgPen
{
    // Letters, signs and the digits of a move and a line.
    private const int LongestStroke = 80;

    private readonly ArrayBufferWriter<char> _path = new();
    private long _x, _y;

    public string Path => _path.WrittenSpan.ToString();

    /// <summary>A line without length, which round ends make a disc.</summary>
    public void Dot(long x, long y)
    {
        Span<char> room = _path.GetSpan(LongestStroke);
        int length = Move(room, x, y);
        "h0".CopyTo(room[length..]);
        _path.Advance(length + 2);
    }

    /// <summary>A line down from a point.</summary>
    public void Bar(long x, long top, long height)
    {
        Span<char> room = _path.GetSpan(LongestStroke);
        int length = Move(room, x, top);
        room[length++] = 'v';
        length += Number(room[length..], height);
        _path.Advance(length);
        _y += height;
    }

    private int Move(Span<char> room, long x, long y)
    {
        room[0] = 'm';
        int length = 1 + Number(room[1..], x - _x);
        // A minus sign separates numbers as well as a space.
        if (y >= _y)
            room[length++] = ' ';
        length += Number(room[length..], y - _y);
        (_x, _y) = (x, y);
        return length;
    }

    private static int Number(Span<char> room, long value)
    {
        value.TryFormat(room, out int written, provider: CultureInfo.InvariantCulture);
        return written;
    }
}
