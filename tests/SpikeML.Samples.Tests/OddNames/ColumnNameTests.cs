using System.Globalization;
using Microsoft.ML;
using SpikeML.ModelBuilder;

namespace SpikeML.Samples.Tests.OddNames;

/// <summary>The sample's DigitModel.spikes.cs, as a user copies it, beside a model whose columns are no C# identifiers.</summary>
public sealed class ColumnNameTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-odd-names-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TrainWithSpikes_takes_columns_with_spaces_brackets_quotes_keywords_and_leading_digits()
    {
        string data = Path.Combine(_folder.FullName, DigitModel.RetrainFilePath);
        string model = Path.Combine(_folder.FullName, "m.mlnet");
        WriteMachines(data);
        DigitModel.TrainWithSpikes(model, data);

        MLContext mlContext = new();
        ITransformer loaded = mlContext.Model.Load(model, out _);
        var engine = mlContext.Model.CreatePredictionEngine<DigitModel.ModelInput, DigitModel.ModelOutput>(loaded);
        DigitModel.ModelOutput failed = engine.Predict(
            new() { Air_temperature__K_ = 0.9f, _Torque___in_Nm = 0.8f, @class = 0.3f });
        DigitModel.ModelOutput works = engine.Predict(new() { Air_temperature__K_ = 0.1f, _2nd_bearing = 0.7f });

        Assert.Equal(1, failed.PredictedLabel);
        Assert.Equal(0, works.PredictedLabel);
        Assert.Equal([0.9f, 0.8f, 0.3f, 0],
            [failed.Air_temperature__K_, failed._Torque___in_Nm, failed.@class, failed._2nd_bearing]);
    }

    /// <summary>Machines that fail where the air is warm; the other columns say nothing.</summary>
    private static void WriteMachines(string path)
    {
        Random random = new(5);
        File.WriteAllLines(path, Enumerable.Range(0, 200).Select(_ => random.NextSingle()).Select(air =>
            string.Join(',', new[] { air > 0.5f ? 1 : 0, air, random.NextSingle(), random.NextSingle(), random.NextSingle() }
                .Select(value => value.ToString(CultureInfo.InvariantCulture))))
            .Prepend("Machine failure?,Air temperature [K],\"Torque\" in Nm,class,2nd bearing"));
    }
}
