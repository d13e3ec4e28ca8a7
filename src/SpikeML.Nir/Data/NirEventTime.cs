namespace SpikeML.Nir;

/// <summary>Steps as times in seconds, and times as steps.</summary>
internal static class NirEventTime
{
    // A time that is a whole number of steps may be stored a little before or after it.
    private const double Tolerance = 1e-6;

    /// <summary>The time of a step: its middle, which is in the step however the time is rounded.</summary>
    public static double Of(int step, double timeStep) => (step + 0.5) * timeStep;

    /// <summary>
    /// The end of a recording: tools take the whole part of its quotient by the time step as the number of steps.
    /// </summary>
    public static double End(int numSteps, double timeStep)
    {
        double end = numSteps * timeStep;
        while (end / timeStep < numSteps)
            end = Math.BitIncrement(end);
        return end;
    }

    /// <summary>The number of whole steps before a time.</summary>
    public static double Steps(double time, double timeStep)
    {
        double quotient = time / timeStep, nearest = Math.Round(quotient);
        return Math.Abs(quotient - nearest) <= Tolerance ? nearest : Math.Floor(quotient);
    }
}
