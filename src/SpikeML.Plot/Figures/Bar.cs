using OxyPlot;

namespace SpikeML.Plot;

/// <summary>A bar: a rectangle in axis units with a text at its end.</summary>
internal readonly record struct Bar(double X0, double X1, double Y0, double Y1, OxyColor Color, string? Text = null);
