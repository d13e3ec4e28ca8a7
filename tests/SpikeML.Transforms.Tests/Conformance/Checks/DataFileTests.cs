using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Encoded data that is saved and loaded keeps its values, and rows in reverse order are encoded alike.</summary>
public class DataFileTests
{
    [Theory]
    [Cases(Check.DataFiles)]
    public void Values_survive_files_and_new_data(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView spikes = test.Transformed(context);
        using TemporaryFolder folder = new();
        if (test.Files.HasFlag(FileKinds.Binary))
            SurvivesABinaryFile(context, spikes, folder);
        if (test.Files.HasFlag(FileKinds.Text))
            SurvivesATextFile(context, spikes, folder);

        // Re-applied to new data: the same rows in reverse.
        ITransformer transformer = test.Estimator(context).Fit(test.Valid(context));
        SampleRow[] rows = [.. context.Data.CreateEnumerable<SampleRow>(test.Valid(context), reuseRowObject: false).Reverse()];
        IDataView reversed = context.Data.LoadFromEnumerable(rows, SampleRow.Schema(test.InputDimensions));
        OrderAssert.AgreesUnlessOrderMatters(test,
            RowValues.Spikes(transformer.Transform(test.Valid(context))), RowValues.Spikes(transformer.Transform(reversed)));
    }

    private static void SurvivesABinaryFile(MLContext context, IDataView spikes, TemporaryFolder folder)
    {
        using (FileStream stream = File.Create(folder.File("spikes.idv")))
            context.Data.SaveAsBinary(spikes, stream);
        Assert.Equal(RowValues.Spikes(spikes), RowValues.Spikes(context.Data.LoadFromBinary(folder.File("spikes.idv"))));
    }

    private static void SurvivesATextFile(MLContext context, IDataView spikes, TemporaryFolder folder)
    {
        IDataView narrow = context.Transforms.SelectColumns("Id", "Spikes").Fit(spikes).Transform(spikes);
        using (FileStream stream = File.Create(folder.File("spikes.tsv")))
            context.Data.SaveAsText(narrow, stream, forceDense: true, schema: false);
        int size = ((VectorDataViewType)spikes.Schema["Spikes"].Type).Size;
        IDataView text = context.Data.LoadFromTextFile(folder.File("spikes.tsv"),
            [new("Id", DataKind.Int32, 0), new("Spikes", DataKind.Single, [new(1, size)])], hasHeader: true);
        Assert.Equal(RowValues.Spikes(spikes), RowValues.Spikes(text));
    }
}
