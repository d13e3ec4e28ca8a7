namespace SpikeML.Packages.Tests;

/// <summary>What lies in the packages, and what they ask for.</summary>
public class PackageContentTests(PackedProjects packed)
{
    public static TheoryData<string, string[], string[]> Libraries => new()
    {
        {
            "SpikeML.Transforms",
            ["README.md", "buildTransitive/net10.0/SpikeML.Transforms.targets", "icon.png", "lib/net10.0/SpikeML.Transforms.dll",
                "lib/net10.0/SpikeML.Transforms.xml"],
            ["Microsoft.ML [5.0.1, 6.0.0)", "System.Numerics.Tensors 9.0.19"]
        },
        {
            "SpikeML.Plot",
            ["README.md", "buildTransitive/net10.0/SpikeML.Plot.targets", "icon.png", "lib/net10.0/SpikeML.Plot.dll",
                "lib/net10.0/SpikeML.Plot.xml", "licenses/DejaVuSans-LICENSE.txt"],
            ["HarfBuzzSharp.NativeAssets.Linux 7.3.0.3", "Microsoft.ML [5.0.1, 6.0.0)",
                "Microsoft.ML.ImageAnalytics [5.0.1, 6.0.0)",
                "OxyPlot.Core 2.2.0", "OxyPlot.SkiaSharp 2.2.0", "SkiaSharp [2.88.9, 3.0.0)", "SkiaSharp.HarfBuzz 2.88.9",
                "SkiaSharp.NativeAssets.Linux.NoDependencies 2.88.9", "SpikeML.Transforms [$VERSION]",
                    "System.Numerics.Tensors 9.0.19"]
        },
        {
            "SpikeML.TorchSharp",
            ["README.md", "buildTransitive/net10.0/SpikeML.TorchSharp.targets", "icon.png", "lib/net10.0/SpikeML.TorchSharp.dll",
                "lib/net10.0/SpikeML.TorchSharp.xml", "tools/TorchCompatibility.dll",
                    "tools/TorchCompatibility.runtimeconfig.json"],
            ["Microsoft.ML [5.0.1, 6.0.0)", "SharpZipLib 1.4.1", "SkiaSharp [2.88.9, 3.0.0)", "SpikeML.Transforms [$VERSION]",
                "System.Numerics.Tensors 9.0.19", "TorchSharp [0.107.0, 0.108.0)"]
        },
        {
            "SpikeML.Nir",
            ["README.md", "icon.png", "lib/net10.0/SpikeML.Nir.dll", "lib/net10.0/SpikeML.Nir.xml"],
            ["Microsoft.ML [5.0.1, 6.0.0)", "PureHDF [2.2.0, 3.0.0)", "SharpZipLib 1.4.1", "SkiaSharp [2.88.9, 3.0.0)",
                "SpikeML.TorchSharp [$VERSION]", "SpikeML.Transforms [$VERSION]", "System.Numerics.Tensors 9.0.19",
                "TorchSharp [0.107.0, 0.108.0)"]
        },
        {
            "SpikeML.Events",
            ["README.md", "icon.png", "lib/net10.0/SpikeML.Events.dll", "lib/net10.0/SpikeML.Events.xml"],
            ["Google.FlatBuffers 25.2.10", "K4os.Compression.LZ4.Streams 1.3.8", "Microsoft.ML [5.0.1, 6.0.0)",
                "PureHDF [2.2.0, 3.0.0)", "SpikeML.Transforms [$VERSION]", "System.Numerics.Tensors 9.0.19",
                "ZstdSharp.Port 0.8.8"]
        },
    };

    /// <summary>Every package of the solution, those of tools too.</summary>
    private IEnumerable<string> Packages => Directory.EnumerateFiles(packed.Feed, "*.nupkg");

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_holds_its_files_and_asks_for_what_it_needs(string id, string[] files, string[] dependencies)
    {
        using Package package = new(packed.PathOf(id));
        Assert.Equal(files, package.Content);
        Assert.Equal(dependencies.Select(range => range.Replace("$VERSION", packed.Version, StringComparison.Ordinal)),
            package.Dependencies);
        using Package symbols = new(packed.PathOf(id, "snupkg"));
        Assert.Equal([$"lib/net10.0/{id}.pdb"], symbols.Content);
    }

    [Fact]
    public void Every_package_tells_what_it_is()
    {
        Assert.All(Packages, path =>
        {
            using Package package = new(path);
            Assert.Equal("MIT", package["license"]);
            Assert.Equal("icon.png", package["icon"]);
            Assert.Equal("README.md", package["readme"]);
            Assert.InRange(package["description"]!.Length, 40, 4000);
            Assert.DoesNotMatch(@"\n|  |^ | $", package["description"]);
            Assert.Contains("ml.net", package["tags"], StringComparison.Ordinal);
            Assert.StartsWith($"# {package["id"]}\n", package.Text("README.md"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_package_names_a_path_of_the_machine_that_packed_it()
    {
        Assert.All(Packages, path =>
        {
            using Package package = new(path);
            Assert.All(package.Content.Where(file => Path.GetExtension(file) is ".json" or ".xml" or ".targets" or ".md"),
                file => Assert.DoesNotContain(Build.RepositoryRoot, package.Text(file), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Two_packs_are_equal_to_the_byte()
    {
        DirectoryInfo again = Directory.CreateTempSubdirectory("spikeml-again-");
        try
        {
            await packed.PackInto(again.FullName);
            Assert.All(Directory.EnumerateFiles(packed.Feed), path =>
                Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(again.FullName, Path.GetFileName(path)))));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }
}
