namespace SpikeML;

/// <summary>A point on the path of the pen.</summary>
/// <param name="X">The horizontal position, to the right.</param>
/// <param name="Y">The vertical position, downwards.</param>
/// <param name="Width">The pen's pressure, then its radius in pixels.</param>
/// <param name="Begins">Whether the pen was lifted before this point.</param>
internal readonly record struct PenPoint(float X, float Y, float Width, bool Begins);
