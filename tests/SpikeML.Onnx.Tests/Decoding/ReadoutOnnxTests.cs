using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Decoding;

public class ReadoutOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeReadoutKind, int[]> Cases
    {
        get
        {
            TheoryData<SpikeReadoutKind, int[]> cases = [];
            foreach (SpikeReadoutKind kind in Enum.GetValues<SpikeReadoutKind>())
            {
                cases.Add(kind, [2, 9]);
                cases.Add(kind, []);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ConvertToOnnx_gives_the_same_bits_when_spikes_are_read_out(SpikeReadoutKind kind, int[] neurons)
    {
        int count = neurons.Aggregate(1, (product, size) => product * size);
        SpikeReadoutOptions code = new() { Kind = kind };
        SameBits.Verify(_context,
            _context.Transforms.Spikes.EncodeResidue("Spikes", "Features", new() { Threshold = 0.3 })
                .Append(code.Entry.MakeEstimator(_context, [new("Read", "Spikes")], code, default)),
            Rows.Of(_context, [30, .. neurons], HardValues.Series(60, 30, count)), "Read");
    }
}
