namespace SpikeML;

/// <summary>Environment variables that switch something on, such as CI.</summary>
internal static class SwitchVariable
{
    private static readonly string[] Off = ["0", "false", "no", "off"];

    /// <summary>Whether a variable's value switches it on: neither missing, empty, 0, false, no nor off.</summary>
    public static bool IsOn(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !Off.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
