using System.Globalization;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>Hidden layers as they are typed, such as <c>conv:16:5,maxpool:2,dense:100</c>.</summary>
internal static class LayerText
{
    /// <summary>How each layer is typed.</summary>
    public const string Syntax = "dense:N (or N alone), conv:CHANNELS:KERNEL:STRIDE, maxpool:SIZE, avgpool:SIZE or dropout:RATE";

    private static readonly string[] Names = ["dense", "conv", "maxpool", "avgpool", "dropout"];

    public static SpikingLayer[] Parse(string text) => text == "none" ? [] : [.. text.Split(',').Select(Layer)];

    private static SpikingLayer Layer(string text)
    {
        string[] parts = text.Trim().Split(':');
        return (parts[0], parts.Length) switch
        {
            (_, 1) when Count(parts[0]) is int neurons => SpikingLayer.Dense(neurons),
            ("dense", 2) => SpikingLayer.Dense(Require(text, parts[1], "neurons")),
            ("conv", >= 2 and <= 4) => SpikingLayer.Convolution(Require(text, parts[1], "channels"), Kernel(text, parts),
                parts.Length > 3 ? Require(text, parts[3], "its stride") : 2),
            ("maxpool", 1 or 2) => SpikingLayer.MaxPooling(parts.Length > 1 ? Require(text, parts[1], "its size") : 2),
            ("avgpool", 1 or 2) => SpikingLayer.AveragePooling(parts.Length > 1 ? Require(text, parts[1], "its size") : 2),
            ("dropout", 1 or 2) => SpikingLayer.Dropout(parts.Length > 1 ? Rate(text, parts[1]) : 0.5),
            _ => throw Wrong(text, $"a layer is {Syntax}.{Suggestion.For(parts[0], Names)}"),
        };
    }

    private static int Kernel(string text, string[] parts)
    {
        int kernel = parts.Length > 2 ? Require(text, parts[2], "its kernel's width") : 5;
        return kernel % 2 == 1 ? kernel : throw Wrong(text, $"a kernel's width must be odd, as in conv:{parts[1]}:{kernel + 1}.");
    }

    private static double Rate(string text, string rate) =>
        double.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1
            ? number : throw Wrong(text, $"a rate of at least 0 and below 1 is expected, got '{rate}'.");

    private static int Require(string text, string number, string what) => Count(number)
        ?? throw Wrong(text, $"an integer of at least 1 is expected for {what}, got '{number}'.");

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    private static ToolException Wrong(string layer, string why) => ToolException.Usage($"--layers '{layer}': {why}");
}
