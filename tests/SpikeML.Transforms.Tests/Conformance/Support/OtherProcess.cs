using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// The values that another process reads through models saved here. Starting a process takes most of the time, so one reads the
/// models of all cases.
/// </summary>
public sealed class OtherProcess
{
    private readonly Dictionary<string, SavedModel> _models = [];

    /// <summary>Reads the models of the project's cases.</summary>
    public OtherProcess()
        : this(ConformanceCases.All.Where(test => !test.NotApplicable.ContainsKey(Check.OtherProcess)))
    {
    }

    internal OtherProcess(IEnumerable<ConformanceCase> tests)
    {
        using TemporaryFolder folder = new();
        foreach (ConformanceCase test in tests)
            _models[test.Name] = Saved(folder, test);
        ILookup<string, ModelReading> readings = ModelReader.Read(folder, "1,2,-", "Spikes");
        foreach (SavedModel model in _models.Values)
            model.Readings = [.. readings[model.Name]];
    }

    internal SavedModel this[ConformanceCase test] => _models[test.Name];

    /// <summary>An estimator that cannot be fitted or saved fails its own test, not those of all others.</summary>
    private static SavedModel Saved(TemporaryFolder folder, ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        try
        {
            IDataView data = test.Valid(context);
            ITransformer transformer = test.Estimator(context).Fit(data);
            ModelReader.Save(folder, test.Name, context, transformer, data);
            return new SavedModel(test.Name) { Rows = [.. RowValues.Spikes(transformer.Transform(data)).Select(Hashed)] };
        }
        catch (Exception error)
        {
            return new SavedModel(test.Name) { Error = error };
        }
    }

    private static (int, string) Hashed((int Id, string Value) row) =>
        (row.Id, ModelReader.Hash(Convert.FromHexString(row.Value)));
}

/// <summary>A model's values in the process that saved it, and in the one that loaded it.</summary>
internal sealed record SavedModel(string Name)
{
    public Exception? Error { get; init; }

    /// <summary>Each row's Id and the hash of its spikes, as this process read them.</summary>
    public List<(int Id, string Hash)> Rows { get; init; } = [];

    public List<ModelReading> Readings { get; set; } = [];
}
