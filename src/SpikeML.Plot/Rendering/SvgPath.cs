using System.Text;
using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>The path data of plain shapes.</summary>
internal static class SvgPath
{
    public static string Polyline(IList<ScreenPoint> points)
    {
        StringBuilder path = new();
        for (int i = 0; i < points.Count; i++)
            Append(path, i == 0 ? 'M' : 'L', points[i]);
        return path.ToString();
    }

    public static string Segments(IList<ScreenPoint> points)
    {
        StringBuilder path = new();
        for (int i = 0; i + 1 < points.Count; i += 2)
        {
            Append(path, 'M', points[i]);
            Append(path, 'L', points[i + 1]);
        }
        return path.ToString();
    }

    public static string Rectangle(OxyRect rect) =>
        $"M{SvgNumber.Format(rect.Left, rect.Top)}H{SvgNumber.Format(rect.Right)}V{SvgNumber.Format(rect.Bottom)}"
        + $"H{SvgNumber.Format(rect.Left)}z";

    /// <summary>Many rectangles, in the shortest notation.</summary>
    public static string Rectangles(IEnumerable<OxyRect> rectangles)
    {
        StringBuilder path = new();
        foreach (OxyRect rect in rectangles)
            path.Append('M').Append(SvgNumber.Format(rect.Left, rect.Top)).Append('h').Append(SvgNumber.Format(rect.Width))
                .Append('v').Append(SvgNumber.Format(rect.Height)).Append('h').Append(SvgNumber.Format(-rect.Width)).Append('z');
        return path.ToString();
    }

    public static string Ellipse(OxyRect rect)
    {
        string radii = SvgNumber.Format(rect.Width / 2, rect.Height / 2);
        double middle = rect.Top + rect.Height / 2;
        return $"M{SvgNumber.Format(rect.Left, middle)}A{radii} 0 1 0 {SvgNumber.Format(rect.Right, middle)}"
            + $"A{radii} 0 1 0 {SvgNumber.Format(rect.Left, middle)}z";
    }

    private static void Append(StringBuilder path, char command, ScreenPoint point) =>
        path.Append(command).Append(SvgNumber.Format(point.X, point.Y));
}
