using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Slot names are texts, one for each slot; an unknown annotation is refused.</summary>
public class AnnotationTests
{
    [Theory]
    [Cases(Check.Annotations)]
    public void Slot_names_fit_and_unknown_annotations_are_refused(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
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
}
