using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Converts pixels to features from 0 to 1.</summary>
internal static class PixelFeatures
{
    private static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(pixel => pixel / 255f)];

    /// <summary>Writes pixel / 255 to a buffer: sparse if fewer than half of the pixels are lit, otherwise dense.</summary>
    public static void CopyTo(ReadOnlySpan<byte> pixels, ref VBuffer<float> features)
    {
        int lit = pixels.Length - pixels.Count((byte)0);
        if (2 * lit < pixels.Length)
            CopySparse(pixels, lit, ref features);
        else
            CopyDense(pixels, ref features);
    }

    private static void CopyDense(ReadOnlySpan<byte> pixels, ref VBuffer<float> features)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref features, pixels.Length);
        Span<float> values = editor.Values[..pixels.Length];
        float[] scaled = Scaled;
        for (int i = 0; i < values.Length; i++)
            values[i] = scaled[pixels[i]];
        features = editor.Commit();
    }

    private static void CopySparse(ReadOnlySpan<byte> pixels, int lit, ref VBuffer<float> features)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref features, pixels.Length, lit);
        Span<float> values = editor.Values;
        Span<int> indices = editor.Indices;
        float[] scaled = Scaled;
        int slot = 0;
        for (int i = 0; i < lit; i++, slot++)
        {
            // Lit pixels come in runs: search for the next one only at a run's end.
            if (pixels[slot] == 0)
                slot += pixels[slot..].IndexOfAnyExcept((byte)0);
            indices[i] = slot;
            values[i] = scaled[pixels[slot]];
        }
        features = editor.Commit();
    }
}
