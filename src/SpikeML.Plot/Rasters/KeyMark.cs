namespace SpikeML.Plot;

/// <summary>The marks of a legend.</summary>
internal enum KeyMark
{
    Point,
    Bar,
    Square,
}
