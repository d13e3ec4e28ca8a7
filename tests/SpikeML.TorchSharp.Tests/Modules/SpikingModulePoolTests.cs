using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Training;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>Predictions of a module from many threads, and after it was disposed of.</summary>
public class SpikingModulePoolTests
{
    private readonly MLContext _context = new(seed: 1);

    /// <summary>The module keeps its input in a field meanwhile: two threads in one module would mix up their rows.</summary>
    [Fact]
    public void Prediction_engines_on_many_threads_give_what_the_batch_gives()
    {
        using KeepingNetwork module = new();
        ITransformer model = Fit(module);
        IDataView rows = Features.Rows(_context, 60, seed: 5);
        Features[] inputs = [.. _context.Data.CreateEnumerable<Features>(rows, reuseRowObject: false)];
        float[] expected = [.. model.Transform(rows).GetColumn<float>("Score")];
        Assert.Equal(60, expected.Distinct().Count());
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, worker =>
        {
            PredictionEngine<Features, Prediction> engine =
                new MLContext(seed: worker).Model.CreatePredictionEngine<Features, Prediction>(model);
            for (int i = 0; i < inputs.Length; i++)
                Assert.Equal(expected[i], engine.Predict(inputs[i]).Score);
        });
    }

    [Fact]
    public void A_disposed_transformer_predicts_again()
    {
        using KeepingNetwork module = new();
        TransformerChain<SpikingModuleTransformer> model = Fit(module);
        IDataView rows = Features.Rows(_context, 20, seed: 5);
        float[] expected = [.. model.Transform(rows).GetColumn<float>("Score")];
        model.LastTransformer.Dispose();
        Assert.Equal(expected, model.Transform(rows).GetColumn<float>("Score"));
    }

    private TransformerChain<SpikingModuleTransformer> Fit(nn.Module<Tensor, Tensor> module) => Features.Latency(_context).Append(
        _context.BinaryClassification.Trainers.SpikingModule(module, nameof(Features.IsHigh), "Spikes",
            options: new() { Epochs = 1 }))
        .Fit(Features.Rows(_context, 100, seed: 1));

    private sealed class Prediction
    {
        public float Score { get; set; }
    }
}
