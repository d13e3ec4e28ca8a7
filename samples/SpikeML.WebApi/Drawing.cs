using System.Buffers.Text;

namespace SpikeML.WebApi;

/// <summary>
/// The request: a square image, from 28 x 28 to 112 x 112 pixels, each in [0, 1], with bright ink on a dark ground.
/// </summary>
public sealed class Drawing
{
    private const int MaxSide = 112;

    /// <summary>The pixels, row by row.</summary>
    public float[]? Features { get; set; }

    /// <summary>The pixels of an answer's image, or null if the text is no such image.</summary>
    internal static Drawing? OfImage(string image) =>
        Base64Url.IsValid(image, out int length) && length == DigitImage.Side * DigitImage.Side
            ? new() { Features = [.. Base64Url.DecodeFromChars(image).Select(pixel => pixel / 255f)] }
            : null;

    /// <summary>Why the image cannot be read, or null.</summary>
    internal string? Fault(bool asIs)
    {
        if (Features is null)
            return $"features is missing: {Remedy(asIs)}";
        int side = DigitImage.SideOf(Features);
        if (side * side != Features.Length || side is < DigitImage.Side or > MaxSide || asIs && side != DigitImage.Side)
            return FormattableString.Invariant(
                $"features has {Features.Length:N0} value{(Features.Length == 1 ? "" : "s")}: {Remedy(asIs)}");
        int at = Array.FindIndex(Features, pixel => pixel is not (>= 0 and <= 1));
        return at < 0 ? null : $"features[{at}] is {Features[at]}: pixels must be in [0, 1], 0 for the ground and 1 for ink.";
    }

    private static string Remedy(bool asIs) => asIs
        ? "with asIs, send the 784 pixels of a 28 x 28 image, row by row."
        : "send the pixels of a square image, row by row: 784 for 28 x 28, at most 12,544 for 112 x 112.";
}
