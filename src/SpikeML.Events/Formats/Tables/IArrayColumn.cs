namespace SpikeML.Events;

/// <summary>A column of numbers that is stored by itself.</summary>
internal interface IArrayColumn : IDisposable
{
    /// <summary>The number of values.</summary>
    long Count { get; }

    /// <summary>Reads the next values.</summary>
    /// <param name="values">Receives as many as there is room for.</param>
    void Read(Span<EventNumber> values);
}
