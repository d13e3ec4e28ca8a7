using System.Collections.Immutable;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>A trained module as a model file holds it: its type is only a name.</summary>
internal sealed record SavedModule(string SpikeColumnName, ImmutableArray<int> InputShape, int Outputs, TrainedOutput Output,
    string TypeName, ModuleState State)
{
    public static SavedModule Read(IHost host, CodeReader reader)
    {
        string spikeColumnName = reader.ReadString();
        ImmutableArray<int> inputShape = reader.ReadDimensions();
        int outputs = reader.ReadInt32();
        TrainedOutput output = TrainedOutput.Load(host, reader);
        bool fits = output.Task switch
        {
            SpikingTask.Binary => outputs == 2,
            SpikingTask.Regression => outputs == output.Scales.Length,
            _ => outputs is >= 2 and <= NetworkLabel.MostClasses,
        };
        return fits && output.Fits(outputs)
            ? new(spikeColumnName, inputShape, outputs, output, reader.ReadString(), ModuleState.Load(reader))
            : throw new EndOfStreamException();
    }

    /// <exception cref="FormatException">The type is not here, or it has changed since the model was saved.</exception>
    public SpikingModuleTransformer ToTransformer(IHost host)
    {
        ModulePool modules = new(ModuleType.Find(host, TypeName), State);
        try
        {
            modules.Run(_ => { });
        }
        catch (InvalidOperationException error) when (error.InnerException is not TypeInitializationException)
        {
            throw host.ExceptDecode(error, $"{error.Message} Restore the class as it was when the model was saved, or train and "
                + "save the model again.");
        }
        return new(host, SpikeColumnName, InputShape, Output, Outputs, modules, []);
    }
}
