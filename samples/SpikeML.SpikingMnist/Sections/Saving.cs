using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Samples.Gallery;
using SpikeML.Torch;

namespace SpikeML.SpikingMnist.Sections;

/// <summary>Section 5: the model file, and the same scores from it.</summary>
internal static class Saving
{
    public static void Show(Report report, Digits digits, TransformerChain<SpikingNetworkTransformer> model, string path)
    {
        report.Section("5. Saving and loading");
        report.Run(() => digits.Context.Model.SaveAtomically(model, digits.Train.Schema, path));
        report.Run(out ITransformer loaded, new MLContext().Model.Load(path, out _));
        float[][] here = Scores(model, digits.Test), there = Scores(loaded, digits.Test);
        bool same = here.Zip(there).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
        report.Say($"Saved the model ({new FileInfo(path).Length / 1024.0:0} KB) as {Path.GetFileName(path)} "
            + $"and loaded it into a new MLContext: its scores of {there.Length} held-out digits are "
            + $"{(same ? "the same, bit by bit" : "DIFFERENT")}.");
        if (!same)
            throw new InvalidDataException("The loaded model gives other scores than the one that was saved.");
    }

    private static float[][] Scores(ITransformer model, IDataView data) => [.. model.Transform(data).GetColumn<float[]>("Score")];
}
