using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Targets;

/// <summary>The targets of a class may be copied from an earlier row; the row's own labels decide which.</summary>
public class TargetRowEncoderTests
{
    private static readonly RateTargetEncodingOptions Code =
        new() { NumSteps = 9, NumClasses = 3, CorrectRate = 0.5, IncorrectRate = 0.2 };

    [Fact]
    public void Rows_of_a_label_have_the_targets_of_their_class()
    {
        EncodedRow pipeline = new(Code, 1);
        foreach (float label in (float[])[2, 0, 2, 1, 0])
            Assert.Equal(pipeline.EncodeAtOnce([label]), pipeline.Encode([label]));
    }

    [Fact]
    public void Rows_of_several_labels_have_the_targets_of_each()
    {
        EncodedRow pipeline = new(Code, 2);
        foreach (float[] labels in (float[][])[[2, 0], [2, 1], [0, 2], [2, 2]])
            Assert.Equal(pipeline.EncodeAtOnce(labels), pipeline.Encode(labels));
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    public void Labels_that_are_no_class_are_refused_after_rows_of_every_class(float label)
    {
        EncodedRow pipeline = new(Code, 1);
        foreach (float known in (float[])[0, 1, 2])
            pipeline.Encode([known]);
        Assert.Equal(0, Assert.Throws<InvalidFeatureException>(() => pipeline.Encode([label])).Slot);
    }
}
