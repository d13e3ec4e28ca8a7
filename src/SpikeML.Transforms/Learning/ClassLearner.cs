namespace SpikeML;

/// <summary>Fits the number of classes to a numeric column: the largest label + 1.</summary>
internal sealed class ClassLearner(Func<int, SpikeCode> withClasses) : ICodeLearner
{
    private int _count;

    public string What => "the number of classes";

    public SpikeCode Code => withClasses(_count);

    public void Add(in ColumnValues values)
    {
        LabelCheck.AllWhole(values.Singles);
        foreach (float label in values.Singles)
            _count = Math.Max(_count, (int)label + 1);
    }

    public ICodeLearner? Next() => null;
}
