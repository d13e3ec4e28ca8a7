namespace SpikeML;

/// <summary>An event of an event camera, as in Tonic's structured events.</summary>
/// <param name="X">The column of the sensor's pixel, from 0.</param>
/// <param name="Y">The row of the sensor's pixel, from 0.</param>
/// <param name="Timestamp">The time in microseconds.</param>
/// <param name="Polarity">1 if the pixel became brighter, 0 if it became darker.</param>
public readonly record struct AddressEvent(int X, int Y, long Timestamp, int Polarity);
