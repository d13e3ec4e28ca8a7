namespace SpikeML.Tool.Records;

/// <summary>The place of the record in the files of a format.</summary>
internal interface IRecordPlace
{
    /// <summary>Adds a record with the checksum of everything else.</summary>
    /// <param name="stream">The complete file without a record.</param>
    /// <param name="record">The record.</param>
    void Append(Stream stream, JobRecord record);

    /// <summary>The record of a file, or null if it has none.</summary>
    /// <exception cref="FormatException">It had a record, which is damaged or cut off.</exception>
    PlacedRecord? Read(FileStream file);
}

/// <summary>A record that was found in a file.</summary>
/// <param name="Record">The record.</param>
/// <param name="Length">The number of bytes that its checksum covers, from the start of the file.</param>
/// <param name="SumAt">Where among them the checksum is, which counts as zeros; null if it is not among them.</param>
internal readonly record struct PlacedRecord(JobRecord Record, long Length, long? SumAt = null);
