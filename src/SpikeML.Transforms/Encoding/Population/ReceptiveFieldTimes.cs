namespace SpikeML;

/// <summary>Encodes the rows of one cursor with receptive fields; fields and memory are created once.</summary>
internal sealed class ReceptiveFieldTimes : ITimeCode
{
    private readonly GaussianFields[] _fields;
    private readonly float[] _distances;
    private readonly int _numSteps;

    public ReceptiveFieldTimes(ReadOnlySpan<ValueRange> ranges, ReceptiveFieldEncodingOptions options, RowShape shape)
    {
        _fields = new GaussianFields[ranges.Length];
        ReceptiveFieldEncoding.ToFields(ranges, options.NumFields, options.WidthFactor, _fields);
        _distances = new float[FieldSteps.Room(shape.OutputWidth)];
        _numSteps = options.NumSteps;
    }

    public float SpikeValue => 1;

    public void EncodeTimes(in RowInput row, Span<int> steps)
    {
        FeatureCheck.AllFinite(row.Values);
        if (row.HasDoubles)
            FieldSteps.Find(row.Doubles, _fields, _numSteps, _distances, steps);
        else
            FieldSteps.Find(row.Values, _fields, _numSteps, _distances, steps);
    }
}
