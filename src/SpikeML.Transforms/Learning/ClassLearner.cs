namespace SpikeML;

/// <summary>Learns the number of classes of a column of numbers: the largest label + 1.</summary>
internal sealed class ClassLearner(Func<int, SpikeCode> withClasses) : ICodeLearner
{
    private int _count;

    public string What => "the number of classes";

    public SpikeCode Code => withClasses(_count);

    public void Add(ReadOnlySpan<float> values)
    {
        LabelCheck.AllWhole(values);
        foreach (float label in values)
            _count = Math.Max(_count, (int)label + 1);
    }

    public ICodeLearner? Next() => null;
}
