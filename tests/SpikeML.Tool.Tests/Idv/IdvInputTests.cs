using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Tests.Idv;

public class IdvInputTests
{
    [Fact]
    public void Encode_reads_what_ML_NET_saved_and_keeps_columns()
    {
        using WorkFolder folder = new();
        MLContext context = new(seed: 1);
        using (FileStream file = File.Create(folder.File("digits.bin")))
            context.Data.SaveAsBinary(context.Data.LoadSampleDigits(5), file);
        Tool.Do(folder, "encode rate digits.bin --num-steps 3 --keep Features --output-column Train -o spikes.idv");
        IDataView spikes = context.Data.LoadFromBinary(folder.File("spikes.idv"));
        Assert.Equal(["Features", "Label", "Train"], spikes.Schema.Select(column => column.Name));
        IDataView direct = context.Transforms.Spikes.EncodeRate("Train", "Features", new() { NumSteps = 3, Seed = 0 })
            .Fit(spikes).Transform(context.Data.LoadSampleDigits(5));
        Assert.Equal(direct.GetColumn<float[]>("Train"), spikes.GetColumn<float[]>("Train"));
    }
}
