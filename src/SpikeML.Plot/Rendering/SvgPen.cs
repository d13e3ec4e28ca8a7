using System.Globalization;
using System.Text;

namespace SpikeML.Plot.Rendering;

/// <summary>Writes path data of relative moves, without a string for each.</summary>
internal sealed class SvgPen
{
    // Letters, signs and the digits of a move and a line.
    private const int LongestStroke = 80;

    // Small blocks: one of all spikes would be a large object, which the garbage collector clears slowly.
    private readonly StringBuilder _path = new();
    private readonly char[] _block = new char[4096];
    private int _length;
    private long _x, _y;

    /// <summary>The path data so far.</summary>
    public StringBuilder Path
    {
        get
        {
            _path.Append(_block, 0, _length);
            _length = 0;
            return _path;
        }
    }

    /// <summary>A line without length, which round ends make a disc.</summary>
    public void Dot(long x, long y)
    {
        Span<char> room = Room();
        int length = Move(room, x, y);
        (room[length], room[length + 1]) = ('h', '0');
        _length += length + 2;
    }

    /// <summary>A line down from a point.</summary>
    public void Bar(long x, long top, long height)
    {
        Span<char> room = Room();
        int length = Move(room, x, top);
        room[length++] = 'v';
        _length += length + Number(room[length..], height);
        _y += height;
    }

    private Span<char> Room()
    {
        if (_block.Length - _length < LongestStroke)
            _ = Path;
        return _block.AsSpan(_length);
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
        if (value is < 0 or > 99)
        {
            value.TryFormat(room, out int written, provider: CultureInfo.InvariantCulture);
            return written;
        }
        // Most moves are short.
        int length = 0;
        if (value > 9)
            room[length++] = (char)('0' + value / 10);
        room[length++] = (char)('0' + value % 10);
        return length;
    }
}
