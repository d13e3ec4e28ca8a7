using SpikeML.Plot.Export;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Animations;

/// <summary>Writes frames as PNG files frame-000.png and so on to a folder.</summary>
internal static class FrameFolder
{
    public static void Write(FrameSource frames, string path, IProgress<double>? progress, CancellationToken cancellationToken) =>
        FolderReplacement.Write(path, IsFrame, folder =>
        {
            int digits = Math.Max(3, $"{frames.Count - 1}".Length);
            FrameRun.Over(frames, (frame, pixels, _) =>
            {
                string number = frame.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
                using FileStream file = File.Create(Path.Combine(folder, $"frame-{number}.png"));
                PngChunks.WriteImage(file, pixels, frames.Width, frames.Height, frames.Palette);
            }, progress, cancellationToken);
        });

    private static bool IsFrame(string name) =>
        name.StartsWith("frame-", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal);
}
