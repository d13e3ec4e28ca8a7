namespace SpikeML;

/// <summary>A point of the pen's way.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Width">The pen's pressure, then its radius in pixels.</param>
/// <param name="Begins">Whether the pen was lifted before this point.</param>
internal readonly record struct PenPoint(float X, float Y, float Width, bool Begins);
