namespace SpikeML;

/// <summary>Where the part of a sensor that <see cref="CropEventsOptions"/> keeps is.</summary>
public enum CropPlacement : byte
{
    /// <summary>In the middle; an odd pixel is cut at the right and at the bottom.</summary>
    Centre,

    /// <summary>At <see cref="CropEventsOptions.Left"/> and <see cref="CropEventsOptions.Top"/>.</summary>
    Fixed,

    /// <summary>Anywhere inside the sensor, drawn for each row.</summary>
    Random,
}
