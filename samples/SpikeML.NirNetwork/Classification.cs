using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir;
using SpikeML.Plot;

namespace SpikeML.NirNetwork;

/// <summary>From recordings to frames to what the network makes of them.</summary>
internal static class Classification
{
    public static void Show(MLContext context, string network, double timeStep, Recording[] recordings, string folder)
    {
        NirGraph graph = NirGraph.Read(network);
        Console.WriteLine($"{Path.GetFileName(network)}: {graph}");
        string[] neurons = [.. graph.Nodes.Where(node => node.Value is NirIf or NirLif).Select(node => node.Key)];
        NirTransformer runs = context.Model.LoadNir(graph, "Spikes", new()
        {
            TimeStep = timeStep,
            Recordings = [.. neurons.Select(name => new NirRecording(name, name))],
        });
        IDataView data = context.Data.LoadFromEnumerable(recordings);
        IDataView frames = context.Transforms.Spikes.FromEvents("Spikes", "Events", new()
        {
            NumSteps = Recording.Milliseconds,
            Shape = [2, Recording.Side, Recording.Side],
        }).Fit(data).Transform(data);
        Print(recordings, frames, runs.Transform(frames), neurons);
        string animation = Path.Combine(folder, "frames.gif");
        SpikePlot.Animate(frames.GetSpikeTrains("Spikes").First()).Save(animation);
        Console.WriteLine($"The frames of {recordings[0].Name} are in {animation}.");
    }

    private static void Print(Recording[] recordings, IDataView frames, IDataView output, string[] neurons)
    {
        uint[] classes = [.. output.GetColumn<uint>("PredictedLabel")];
        float[][] scores = [.. output.GetColumn<float[]>("Score")];
        int[] events = Spikes(frames, "Spikes");
        int[][] spikes = [.. neurons.Select(name => Spikes(output, name))];
        for (int row = 0; row < recordings.Length; row++)
        {
            // Keys count from 1, classes from 0.
            Console.WriteLine($"{recordings[row].Name}: class {classes[row] - 1}, scores "
                + $"{string.Join(' ', scores[row].Select(score => $"{score:0.00}"))}; {events[row]} input spikes, "
                + string.Join(", ", neurons.Select((name, i) => $"{spikes[i][row]} of {name}")));
        }
    }

    private static int[] Spikes(IDataView data, string column) => [.. data.GetSpikeTrains(column).Select(train => train.Count)];
}
