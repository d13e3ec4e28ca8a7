using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Copies of a trained module for prediction: each thread that predicts at the same time has its own, so a module may use its
/// fields while it runs.
/// </summary>
/// <param name="type">The module's type.</param>
/// <param name="state">Its trained state.</param>
internal sealed class ModulePool(ModuleType type, ModuleState state) : IDisposable
{
    private readonly ConcurrentBag<nn.Module<Tensor, Tensor>> _free = [];

    public ModuleType Type => type;

    public ModuleState State => state;

    /// <summary>Creates a module with the trained state, for evaluation.</summary>
    /// <exception cref="InvalidOperationException">The type does not have that state.</exception>
    public nn.Module<Tensor, Tensor> Create()
    {
        nn.Module<Tensor, Tensor> module = type.Create();
        if (state.CopyTo(module) is not string difference)
        {
            module.eval();
            return module;
        }
        module.Dispose();
        throw new InvalidOperationException($"The parameters and buffers of a new {type.Type.FullName} differ from those that "
            + $"were trained: {difference}. Its parameterless constructor must always create the same layers.");
    }

    /// <summary>Runs a copy without gradients; no other thread uses it meanwhile.</summary>
    public void Run(Action<nn.Module<Tensor, Tensor>> run)
    {
        nn.Module<Tensor, Tensor> module = _free.TryTake(out nn.Module<Tensor, Tensor>? free) ? free : Create();
        using (no_grad())
        using (NewDisposeScope())
            run(module);
        _free.Add(module);
    }

    /// <summary>Frees the copies; later predictions create new ones.</summary>
    public void Dispose()
    {
        while (_free.TryTake(out nn.Module<Tensor, Tensor>? module))
            module.Dispose();
    }
}
