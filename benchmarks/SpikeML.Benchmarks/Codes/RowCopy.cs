using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>The least that a row costs: its bytes are read, and as many as are handed out are written.</summary>
internal static class RowCopy
{
    public static Action Make(VBuffer<float>[] rows, double outputBytes)
    {
        VBuffer<float> read = default;
        byte[] from = new byte[(int)outputBytes], to = new byte[from.Length];
        int row = 0;
        return () =>
        {
            rows[row].CopyTo(ref read);
            from.CopyTo(to, 0);
            row = row + 1 == rows.Length ? 0 : row + 1;
        };
    }
}
