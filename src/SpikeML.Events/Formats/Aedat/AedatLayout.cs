namespace SpikeML.Events;

/// <summary>
/// Where an AEDAT 2 address has its parts (jAER's DVS128 and DavisChip). Both coordinates count from the other side of the
/// sensor than in a picture, whose first row is the uppermost.
/// </summary>
/// <param name="Width">The sensor's width in pixels.</param>
/// <param name="Height">The sensor's height in pixels.</param>
/// <param name="IsDavis">Whether it is the layout of DAVIS cameras; else it is that of the DVS128.</param>
internal sealed record AedatLayout(int Width, int Height, bool IsDavis)
{
    // Samples of the frame sensor and of the inertial sensor, and external triggers, are among the addresses.
    private const uint DavisNoPixel = 1u << 31 | 1u << 10, DvsNoPixel = 1u << 15;

    public static AedatLayout Of(AedatCamera camera) => camera switch
    {
        AedatCamera.Dvs128 => new(128, 128, IsDavis: false),
        AedatCamera.Davis128 => new(128, 128, IsDavis: true),
        AedatCamera.Davis208 => new(208, 192, IsDavis: true),
        AedatCamera.Davis240 => new(240, 180, IsDavis: true),
        AedatCamera.Davis346 => new(346, 260, IsDavis: true),
        _ => new(640, 480, IsDavis: true),
    };

    /// <summary>The camera of a chip's name, such as "eu.seebetter.ini.chips.davis.Davis346red", or null.</summary>
    public static AedatCamera? Camera(string chip)
    {
        foreach (AedatCamera camera in Enum.GetValues<AedatCamera>())
            if (chip.Contains(camera.ToString(), StringComparison.OrdinalIgnoreCase))
                return camera;
        return null;
    }

    public bool IsPixel(uint address) => (address & (IsDavis ? DavisNoPixel : DvsNoPixel)) == 0;

    public AddressEvent Event(uint address, long time) => IsDavis
        ? new(Width - 1 - (int)(address >> 12 & 0x3FF), Height - 1 - (int)(address >> 22 & 0x1FF), time, (int)(address >> 11 & 1))
        : new(Width - 1 - (int)(address >> 1 & 0x7F), Height - 1 - (int)(address >> 8 & 0x7F), time, (int)(~address & 1));
}
