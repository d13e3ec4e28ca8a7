using System.Runtime.InteropServices;

namespace SpikeML.Tool.Running;

/// <summary>Standard output for data, which reports when nobody reads it any more; the console's own stream hides that.</summary>
internal sealed class StandardOutput : WriteOnlyStream
{
    /// <summary>Its name on the command line.</summary>
    public const string Name = "-";

    private const int Descriptor = 1, Interrupted = 4, TryAgain = 11, TryAgainOnMac = 35, BrokenPipe = 32;

    private StandardOutput()
    {
    }

    /// <summary>A writer of text, which reports the same.</summary>
    public static TextWriter MakeWriter() => new StreamWriter(new StandardOutput(), Console.OutputEncoding) { AutoFlush = true };

    /// <summary>Writes data to standard output.</summary>
    public static void Write(Action<Stream> write)
    {
        using Stream output = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();
        write(output);
    }

    /// <summary>Throws if what is written would appear on a screen.</summary>
    public static void RequireNoTerminal()
    {
        if (!Console.IsOutputRedirected)
            throw ToolException.Usage("--output - would show NumPy's binary format on the terminal: redirect it to a file or "
                + "another program, or use --output-format csv.");
    }

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        if (StandardStreams.IsOutputClosed)
            throw new IOException("Standard output cannot be written: it is closed.");
        while (buffer.Length > 0)
        {
            nint written;
            fixed (byte* bytes = buffer)
                written = WriteBytes(Descriptor, bytes, buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else if (Marshal.GetLastPInvokeError() is int error && error is TryAgain or TryAgainOnMac)
                Thread.Sleep(1);
            else if (error == BrokenPipe)
                throw new BrokenPipeException();
            else if (error != Interrupted)
                throw new IOException($"Standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    public override void Flush()
    {
    }

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern unsafe nint WriteBytes(int descriptor, byte* bytes, nint count);
}

/// <summary>The program that read standard output has ended, as <c>head -1</c> does after a line.</summary>
internal sealed class BrokenPipeException() : IOException("Standard output was closed by the program that read it.");
