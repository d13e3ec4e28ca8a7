namespace SpikeML;

/// <summary>A hand that writes one digit: its slant, rotation, stretch, tremor and pen.</summary>
internal readonly struct DigitHand
{
    private const float Shake = 0.027f;

    private readonly float _slant;
    private readonly float _sine;
    private readonly float _cosine;
    private readonly float _width;
    private readonly float _bend;
    private readonly float _pull;

    public DigitHand(ref DigitRandom random)
    {
        _slant = 0.08f + 0.32f * random.Bell();
        float angle = 0.11f * random.Bell();
        // The series are accurate enough for such small angles and, unlike library functions, the same on every machine.
        _sine = angle - angle * angle * angle / 6;
        _cosine = 1 - angle * angle / 2;
        _width = random.Uniform(0.58f, 1.05f);
        _bend = 0.18f * random.Bell();
        _pull = 0.12f * random.Bell();
        Height = 19.2f + 0.8f * random.Bell();
        PenRadius = Math.Max(1.25f + 0.3f * random.Bell(), 0.75f);
        Softness = random.Uniform(1.1f, 2.0f);
        ShiftX = 0.6f * random.Bell();
        ShiftY = 0.6f * random.Bell();
    }

    /// <summary>The longer side of the digit's box, in pixels.</summary>
    public float Height { get; }

    /// <summary>Half the width of the stroke, in pixels.</summary>
    public float PenRadius { get; }

    /// <summary>The width of a stroke's blurred edge, in pixels.</summary>
    public float Softness { get; }

    /// <summary>How far the digit is to the right of the centre, in pixels.</summary>
    public float ShiftX { get; }

    /// <summary>How far the digit is below the centre, in pixels.</summary>
    public float ShiftY { get; }

    /// <summary>Where this hand puts a control point, and with what pressure.</summary>
    public PenPoint Place(byte hundredthsX, byte hundredthsY, ref DigitRandom random)
    {
        float x = (hundredthsX - 50) * 0.01f + Shake * random.Bell();
        float y = (hundredthsY - 50) * 0.01f + Shake * random.Bell();
        // A parabola bends stems; stretching one half against the other moves waists and crossbars.
        x = x * _width + _bend * (y * y - 0.125f) - _slant * y;
        y += _pull * (0.25f - y * y);
        float pressure = 1 + 0.14f * random.Bell();
        return new PenPoint(_cosine * x - _sine * y, _sine * x + _cosine * y, pressure, false);
    }
}
