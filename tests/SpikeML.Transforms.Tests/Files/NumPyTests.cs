namespace SpikeML.Tests.Files;

/// <summary>What NumPy makes of what is written.</summary>
public class NumPyTests
{
    [Fact]
    public void NumPy_reads_what_is_written()
    {
        using TemporaryFolder folder = new();
        using (FileStream file = File.Create(folder.File("a.npy")))
            NpyFile.Write(file, [1, 2, 3, 4, 5, -6.5f], 2, 3);
        using (FileStream file = File.Create(folder.File("a.npz")))
        {
            NpzFile.Write(file, new Dictionary<string, NpyArray>
            {
                ["bool"] = new NpyArray<bool>([true, false], [2]),
                ["uint8"] = new NpyArray<byte>([255], [1, 1]),
                ["int64"] = new NpyArray<long>([long.MinValue], []),
                ["float16"] = new NpyArray<Half>([(Half)0.5], [1]),
                ["float64"] = new NpyArray<double>([0.1], [1]),
                ["<U3"] = new NpyArray<string>(["é😀x", ""], [2]),
            });
        }
        Assert.Equal("""
            (2, 3) float32 [[1.0, 2.0, 3.0], [4.0, 5.0, -6.5]]
            bool bool [True, False]
            uint8 uint8 [[255]]
            int64 int64 -9223372036854775808
            float16 float16 [0.5]
            float64 float64 [0.1]
            <U3 <U3 ['é😀x', '']
            """, Python.Run("""
            import numpy, sys
            sys.stdout.reconfigure(encoding='utf-8')
            a = numpy.load(sys.argv[1] + '/a.npy')
            print(a.shape, a.dtype, a.tolist())
            for name, array in numpy.load(sys.argv[1] + '/a.npz').items():
                print(name, array.dtype, array.tolist())
            """, folder.Path).ReplaceLineEndings("\n"), ignoreLineEndingDifferences: true);
    }
}
