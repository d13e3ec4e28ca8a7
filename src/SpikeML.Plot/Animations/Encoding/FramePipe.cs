using System.Buffers;
using System.Threading.Channels;

namespace SpikeML.Plot.Animations;

/// <summary>
/// Sends frames to another program from another thread, so that frames are drawn while the program starts, which takes ffmpeg
/// longer than to encode a short animation.
/// </summary>
internal sealed class FramePipe
{
    private const int MostBytesAhead = 1 << 25, LeastFramesAhead = 2;

    private readonly Stream _pipe;
    private readonly int _frameSize;
    private readonly Channel<byte[]> _frames;
    private readonly Task _sending;
    private volatile bool _isBroken;

    public FramePipe(Stream pipe, int frameSize)
    {
        (_pipe, _frameSize) = (pipe, frameSize);
        _frames = Channel.CreateBounded<byte[]>(Math.Max(LeastFramesAhead, MostBytesAhead / Math.Max(1, frameSize)));
        _sending = Task.Run(SendAsync);
    }

    /// <summary>Adds a frame; waits if many have not been read yet.</summary>
    /// <exception cref="IOException">The program has stopped reading.</exception>
    public void Add(ReadOnlySpan<byte> frame)
    {
        if (_isBroken)
            throw new IOException("The program has stopped reading.");
        byte[] copy = ArrayPool<byte>.Shared.Rent(_frameSize);
        frame.CopyTo(copy);
        if (!_frames.Writer.TryWrite(copy))
            _frames.Writer.WriteAsync(copy).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Waits until all frames are read; returns false if the program stopped reading before.</summary>
    public bool Finish()
    {
        _frames.Writer.TryComplete();
        _sending.GetAwaiter().GetResult();
        return !_isBroken;
    }

    /// <summary>Drops the frames that have not been sent yet.</summary>
    public void Abandon()
    {
        _isBroken = true;
        _frames.Writer.TryComplete();
    }

    // When the program is gone, frames are still taken, so that Add never waits for it.
    private async Task SendAsync()
    {
        await foreach (byte[] frame in _frames.Reader.ReadAllAsync())
        {
            if (!_isBroken)
                _isBroken = !TrySend(() => _pipe.Write(frame, 0, _frameSize));
            ArrayPool<byte>.Shared.Return(frame);
        }
        if (!TrySend(_pipe.Close))
            _isBroken = true;
    }

    private static bool TrySend(Action send)
    {
        try
        {
            send();
            return true;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}
