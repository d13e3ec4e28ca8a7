using System.Diagnostics;

namespace SpikeML.Plot.Animations;

/// <summary>Makes MP4 files with the program ffmpeg, which is handed the frames through a pipe.</summary>
internal static class Mp4Writer
{
    public static void Write(FrameSource frames, AnimationOptions options, string path, IProgress<double>? progress,
        CancellationToken cancellationToken) =>
        FileReplacement.WriteFile(path, file =>
        {
            using Process ffmpeg = Start(options.Ffmpeg, Arguments(frames, options.FrameDuration, file));
            Task<string> errors = ffmpeg.StandardError.ReadToEndAsync(CancellationToken.None);
            bool isFed;
            try
            {
                isFed = Feed(frames, ffmpeg.StandardInput.BaseStream, progress, cancellationToken);
            }
            catch
            {
                // It would wait for frames for ever, and what it has written is of no use.
                ffmpeg.Kill();
                ffmpeg.WaitForExit();
                throw;
            }
            ffmpeg.WaitForExit();
            if (ffmpeg.ExitCode != 0 || !isFed)
                throw new IOException($"{options.Ffmpeg} failed with exit code {ffmpeg.ExitCode}: {errors.Result.Trim()}");
        });

    // H.264 in its usual form halves the colours' resolution, and so needs even sizes: an odd one gets a row or column more.
    private static string[] Arguments(FrameSource frames, TimeSpan duration, string file) =>
    [
        "-hide_banner", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", $"{Even(frames.Width)}x{Even(frames.Height)}",
        "-framerate", $"1000000/{(long)Math.Round(duration.TotalMicroseconds)}", "-i", "pipe:0",
        "-an", "-c:v", "libx264", "-preset", "superfast", "-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f",
            "mp4", file,
    ];

    private static Process Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new NotSupportedException(
                $"MP4 files are made with the program ffmpeg, and '{program}' could not be started ({error.Message}). "
                + "Install ffmpeg, name it with AnimationOptions.Ffmpeg, or save as .gif, .apng or .html, which need no other "
                + "program.", error);
        }
    }

    /// <summary>Writes all frames; false where ffmpeg would not take them, and so has more to say than the pipe.</summary>
    private static bool Feed(FrameSource frames, Stream pipe, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int width = Even(frames.Width);
        byte[] colors = new byte[3 * width * Even(frames.Height)];
        try
        {
            FrameRun.Over(frames, (_, pixels, _) =>
            {
                Paint(frames, pixels, width, colors);
                pipe.Write(colors);
            }, progress, cancellationToken);
            pipe.Close();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Paint(FrameSource frames, ReadOnlySpan<byte> pixels, int evenWidth, Span<byte> colors)
    {
        uint[] palette = frames.Palette;
        for (int y = 0, at = 0; y < Even(frames.Height); y++)
        {
            // The last row or column stands twice where one was added.
            ReadOnlySpan<byte> row = pixels.Slice(Math.Min(y, frames.Height - 1) * frames.Width, frames.Width);
            for (int x = 0; x < evenWidth; x++, at += 3)
            {
                uint color = palette[row[Math.Min(x, row.Length - 1)]];
                (colors[at], colors[at + 1], colors[at + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
            }
        }
    }

    private static int Even(int length) => length + length % 2;
}
