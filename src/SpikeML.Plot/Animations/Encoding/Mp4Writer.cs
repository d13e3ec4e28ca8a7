using System.Diagnostics;

namespace SpikeML.Plot.Animations;

/// <summary>Creates MP4 files with the program ffmpeg, which receives the frames through a pipe.</summary>
internal static class Mp4Writer
{
    /// <summary>Two threads are enough for frames below this size: more take longer to start than they save.</summary>
    private const int LeastPixelsForThreads = 500_000;

    // Flat cells have sharp edges, which these settings keep (50 dB and more), and hardly any motion to search for. A constant
    // quantizer needs no look at the frames ahead.
    private const string Settings = "cabac=1:bframes=7:b-adapt=0:partitions=none";

    public static void Write(FrameSource frames, AnimationOptions options, string path, IProgress<double>? progress,
        bool overwrite, CancellationToken cancellationToken) =>
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
                // It would wait for frames forever, and its output is useless.
                ffmpeg.Kill();
                ffmpeg.WaitForExit();
                throw;
            }
            ffmpeg.WaitForExit();
            string said = errors.Result.Trim();
            // On a full disk it leaves a file that cannot be played, and its exit code is 0.
            if (ffmpeg.ExitCode != 0 || !isFed || said.Length > 0)
                throw new IOException($"{options.Ffmpeg} failed with exit code {ffmpeg.ExitCode}: {said}");
        }, overwrite);

    // H.264 usually halves the colour resolution and so needs even sizes; odd sizes get an extra row or column.
    private static string[] Arguments(FrameSource frames, TimeSpan duration, string file) =>
    [
        "-hide_banner", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", $"{Even(frames.Width)}x{Even(frames.Height)}",
        "-framerate", $"1000000/{(long)Math.Round(duration.TotalMicroseconds)}", "-i", "pipe:0",
        "-an", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "24", "-x264-params",
        frames.Width * frames.Height < LeastPixelsForThreads ? $"{Settings}:threads=2" : Settings,
        "-movflags", "+faststart", "-f", "mp4", file,
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
                $"MP4 files need the program ffmpeg, but '{program}' could not be started ({error.Message}). "
                + "Install ffmpeg, set its path in AnimationOptions.Ffmpeg, or save as .gif, .apng or .html, which need no other "
                + "program.", error);
        }
    }

    /// <summary>Writes all frames; returns false if ffmpeg stopped reading, in which case its own error is more useful.</summary>
    private static bool Feed(FrameSource frames, Stream pipe, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Yuv420Painter painter = new(frames);
        FramePipe sent = new(pipe, painter.FrameSize);
        try
        {
            FrameRun.Over(frames, (_, pixels, _) => sent.Add(painter.Paint(pixels)), progress, cancellationToken);
            return sent.Finish();
        }
        catch (IOException)
        {
            sent.Abandon();
            return false;
        }
        catch
        {
            sent.Abandon();
            throw;
        }
    }

    private static int Even(int length) => length + length % 2;
}
