namespace SpikeML.Events;

/// <summary>A camera of AEDAT 2 files, which tells how the bits of an address are arranged and how large the sensor is.</summary>
public enum AedatCamera
{
    /// <summary>DVS128: 128 x 128 pixels.</summary>
    Dvs128,

    /// <summary>DAVIS128: 128 x 128 pixels.</summary>
    Davis128,

    /// <summary>DAVIS208: 208 x 192 pixels.</summary>
    Davis208,

    /// <summary>DAVIS240 A, B or C: 240 x 180 pixels.</summary>
    Davis240,

    /// <summary>DAVIS346: 346 x 260 pixels.</summary>
    Davis346,

    /// <summary>DAVIS640: 640 x 480 pixels.</summary>
    Davis640,
}
