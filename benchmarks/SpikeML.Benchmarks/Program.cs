using BenchmarkDotNet.Running;
using SpikeML.Benchmarks;
using SpikeML.Benchmarks.Codes;
using SpikeML.Benchmarks.Events;
using SpikeML.Benchmarks.Nir;
using SpikeML.Benchmarks.Pipelines;

// Usage: dotnet run -c Release --project benchmarks/SpikeML.Benchmarks --
//     codes [--code NAME] [--quick] [--busy] [--minutes N] [--markdown FILE]
//     binning | cursors | events [FILE...] | pipelines | fitting [NAME] | growth | soak [rows] | streams
//     kernels [BenchmarkDotNet's arguments] | nir [--busy] [FILE.nir ...] [RECORDING.bin]
switch (args.FirstOrDefault())
{
    case "binning":
        BinningTable.Print();
        break;
    case "codes":
        CodeRun.Print(CodeRunOptions.Parse(args.AsSpan(1)));
        break;
    case "nir":
        NirTable.Print(args[1..]);
        break;
    case "pipelines":
        PipelineTable.Print();
        SmallCases.Print();
        Prediction.Print();
        Startup.Print();
        break;
    case "cursors":
        CursorTable.Print();
        break;
    case "events":
        EventFileTable.Print(args[1..]);
        break;
    case "fitting":
        FittingTable.Print(args.Length > 1 ? args[1] : "");
        break;
    case "growth":
        GrowthTable.Print();
        break;
    case "soak":
        Soak.Print(args.Length > 1 ? long.Parse(args[1]) : 1_000_000);
        break;
    case "streams":
        StreamTable.Print();
        break;
    case "first-row":
        Startup.ReadFirstRow(args[1], args[2]);
        break;
    case "kernels":
        BenchmarkSwitcher.FromAssembly(typeof(Measure).Assembly).Run(args[1..]);
        break;
    default:
        Console.Error.WriteLine(
            "Say what to measure: codes, binning, cursors, events, pipelines, fitting [NAME], growth, soak [rows], streams, nir "
                + "or kernels.");
        return 1;
}
return 0;
