namespace SpikeML;

/// <summary>Reads two columns as one vector, the second's values behind the first's.</summary>
/// <param name="first">Reads the first column.</param>
/// <param name="second">Reads the second column, whose values must be finite.</param>
/// <param name="secondName">The second column's name, for errors.</param>
internal sealed class JoinedReader(FeatureReader first, FeatureReader second, string secondName) : FeatureReader
{
    private float[] _values = [];

    public override ReadOnlySpan<float> Read()
    {
        ReadOnlySpan<float> front = first.Read(), back = second.Read();
        try
        {
            FeatureCheck.AllFinite(back);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(secondName);
        }
        if (_values.Length != front.Length + back.Length)
            _values = new float[front.Length + back.Length];
        front.CopyTo(_values);
        back.CopyTo(_values.AsSpan(front.Length));
        return _values;
    }
}
