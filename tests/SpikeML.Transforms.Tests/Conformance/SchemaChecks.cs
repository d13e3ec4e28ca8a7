using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>Checks 1 to 7, 9, 17 and 18: what an estimator promises, and what its transformer delivers.</summary>
internal static class SchemaChecks
{
    public static void AcceptsValidAndRefusesInvalidData(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        estimator.GetOutputSchema(SchemaShape.Create(test.Valid(context).Schema));
        foreach (IDataView invalid in InvalidData(context, test))
        {
            Assert.ThrowsAny<Exception>(() => estimator.GetOutputSchema(SchemaShape.Create(invalid.Schema)));
            Assert.ThrowsAny<Exception>(() => estimator.Fit(invalid));
        }
        if (test.TakesVariableSize is null)
            return;
        IDataView variable = context.Data.LoadFromEnumerable(test.Rows(test.InputDimensions, ConformanceCase.RowCount));
        Assert.Equal(RowValues.Read(estimator.Fit(test.Valid(context)).Transform(test.Valid(context)), "Spikes"),
            RowValues.Read(estimator.Fit(variable).Transform(variable), "Spikes"));
    }

    public static void RefusesInMlNetsOwnWords(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        ITransformer transformer = estimator.Fit(test.Valid(context));
        foreach (IDataView invalid in InvalidData(context, test))
        {
            Action[] uses =
            [
                () => estimator.GetOutputSchema(SchemaShape.Create(invalid.Schema)), () => estimator.Fit(invalid),
                () => transformer.GetOutputSchema(invalid.Schema), () => transformer.Transform(invalid),
            ];
            Assert.All(uses, use => AssertMismatch(use));
        }
    }

    public static void RefusesToTransformWhatOnlyFits(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView fitOnly = test.FitOnly!(context);
        ITransformer fitted = test.Estimator(context).Fit(fitOnly);
        using TemporaryFolder folder = new();
        context.Model.Save(fitted, test.Valid(context).Schema, folder.File("model.zip"));
        foreach (ITransformer transformer in new[] { fitted, context.Model.Load(folder.File("model.zip"), out _) })
        {
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.Transform(fitOnly));
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.GetOutputSchema(fitOnly.Schema));
        }
    }

    public static void MapsRowsToRows(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        if (test.Order != RowOrder.Irrelevant)
        {
            StreamChecks.MapsNoRows(transformer, data.Schema);
            return;
        }
        Assert.True(transformer.IsRowToRowMapper);
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(data.Schema);
        Assert.Same(data.Schema, mapper.InputSchema);
        AssertSame(transformer.GetOutputSchema(data.Schema), mapper.OutputSchema);
    }

    public static void KeepsItsSchemaWhenLoaded(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(context, transformer, data.Schema, out DataViewSchema inputSchema);
        AssertSame(data.Schema, inputSchema);
        AssertSame(transformer.GetOutputSchema(data.Schema), loaded.GetOutputSchema(data.Schema));
    }

    public static void DeliversTheSchemaThatItPropagates(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        DataViewSchema propagated = transformer.GetOutputSchema(data.Schema);
        AssertSame(propagated, transformer.Transform(data).Schema);
        Assert.Equal(test.OutputType(test.InputDimensions), propagated["Spikes"].Type);
    }

    public static void AnswersForAnnotations(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        foreach (DataViewSchema.Column column in test.Estimator(context).Fit(data).GetOutputSchema(data.Schema))
        {
            Assert.ThrowsAny<Exception>(() => column.Annotations.GetGetter<float>(column.Annotations.Schema["NoSuchKind"]));
            if (column.Annotations.Schema.GetColumnOrNull("SlotNames") is not { } slotNames)
                continue;
            var type = Assert.IsType<VectorDataViewType>(slotNames.Type);
            Assert.Equal(TextDataViewType.Instance, type.ItemType);
            Assert.Equal(((VectorDataViewType)column.Type).Size, type.Size);
        }
    }

    public static void PromisesWhatItDelivers(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        var promised = estimator.GetOutputSchema(SchemaShape.Create(data.Schema)).OrderBy(column => column.Name).ToList();
        var delivered = SchemaShape.Create(estimator.Fit(data).GetOutputSchema(data.Schema)).OrderBy(column => column.Name).ToList();
        Assert.Equal(promised.Select(Describe), delivered.Select(Describe));
    }

    public static void TakesColumnsInEveryForm(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        var sameTwice = () => test.Make(context, [new("Spikes", "Features"), new("Spikes", "Features")]).Fit(data);
        if (test.OnePairOnly is null)
            Assert.ThrowsAny<ArgumentException>(sameTwice);
        AssertMismatch(() => test.Make(context, [new("Spikes", "Features"), new("More", "Missing")]).Fit(data));

        IDataView once = test.Estimator(context).Fit(data).Transform(data);
        IDataView inPlace = test.Make(context, [new("Features")]).Fit(data).Transform(data);
        IDataView twice = test.Make(context, [new("A", "Features"), new("B", "Features")]).Fit(data).Transform(data);
        Assert.Equal(RowValues.Read(once, "Spikes"), RowValues.Read(inPlace, "Features"));
        Assert.Equal(RowValues.Read(once, "Spikes"), RowValues.Read(twice, "A"));
        Assert.Equal(RowValues.Read(once, "Spikes"), RowValues.Read(twice, "B"));
        // Of two estimators behind each other, the second replaces the first one's column.
        if (test.OnePairOnly is not null)
            Assert.Equal(RowValues.Read(once, "Spikes"), RowValues.Read(sameTwice().Transform(data), "Spikes"));

        foreach (ImmutableArray<int> dimensions in new ImmutableArray<int>[] { [], [7], [3, 2, 4] })
        {
            IDataView other = test.Data(context, dimensions, rowCount: 3);
            if (test.OutputType(dimensions) is { } expected)
                Assert.Equal(expected, test.Estimator(context).Fit(other).Transform(other).Schema["Spikes"].Type);
            else
                AssertMismatch(() => test.Estimator(context).Fit(other));
        }
    }

    public static void RefusesFewerSlotsThanItLearned(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        ITransformer transformer = test.Estimator(context).Fit(test.Data(context, [8, 8], rowCount: 3));
        IDataView fewer = test.Data(context, [2, 2], rowCount: 3);
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.Transform(fewer));
    }

    /// <summary>Each without the input column, or with one of a type that no encoder takes.</summary>
    private static IEnumerable<IDataView> InvalidData(MLContext context, ConformanceCase test) =>
    [
        context.Data.LoadFromEnumerable([new { Id = 1, Other = 1f }]),
        context.Data.LoadFromEnumerable([new { Id = 1, Features = "text" }]),
        context.Data.LoadFromEnumerable([new { Id = 1, Features = new[] { "text" } }]),
        .. test.TakesVariableSize is null ? [context.Data.LoadFromEnumerable([new { Id = 1, Features = new[] { 1f } }])] : Array.Empty<IDataView>(),
    ];

    private static void AssertMismatch(Action use)
    {
        Exception error = Assert.ThrowsAny<Exception>(use);
        Assert.True(error is ArgumentOutOfRangeException or InvalidOperationException, error.ToString());
        Assert.Matches("Could not find (input|row key|initial value) column '.*'|Schema mismatch for (input|row key|initial value) column '.*': expected .*, got .*", error.Message);
    }

    private static void AssertSame(DataViewSchema expected, DataViewSchema actual) =>
        Assert.Equal(expected.Select(Describe), actual.Select(Describe));

    private static string Describe(DataViewSchema.Column column) =>
        $"{column.Index} {column.Name} {column.Type} hidden={column.IsHidden} [{string.Join(", ", column.Annotations.Schema.Select(kind => $"{kind.Name} {kind.Type}"))}]";

    private static string Describe(SchemaShape.Column column) =>
        $"{column.Name} {column.Kind} {column.ItemType} key={column.IsKey} [{string.Join(", ", column.Annotations.Select(Describe).Order())}]";
}
