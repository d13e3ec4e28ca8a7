using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Training;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>Counts tensors, which no other test may create meanwhile.</summary>
[Collection("Torch's global generator")]
public class SpikingModuleTensorTests
{
    [Fact]
    public void Predictions_leave_no_gradients_and_no_tensors()
    {
        MLContext context = new(seed: 1);
        using KeepingNetwork module = new();
        using SpikingModuleTransformer model = context.BinaryClassification.Trainers.SpikingModule(module,
            nameof(Features.IsHigh), options: new() { Epochs = 1 }).Fit(Spikes(context, 100));
        _ = model.Transform(Spikes(context, 500)).GetColumn<float>("Score").Count();
        long before = Tensor.TotalCount;
        _ = model.Transform(Spikes(context, 500)).GetColumn<float>("Score").Count();
        // A few more copies of the module, if more threads read at once.
        Assert.InRange(Tensor.TotalCount - before, long.MinValue, 40);
        Assert.All(module.parameters(), parameter => Assert.Null(parameter.grad));
    }

    private static IDataView Spikes(MLContext context, int count)
    {
        IDataView rows = Features.Rows(context, count, seed: 1);
        return Features.Latency(context).Fit(rows).Transform(rows);
    }
}
