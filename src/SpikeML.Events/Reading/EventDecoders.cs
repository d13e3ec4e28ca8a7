namespace SpikeML.Events;

/// <summary>Opens the decoder of a format.</summary>
internal static class EventDecoders
{
    /// <exception cref="FormatException">The format is not known, or the header is damaged.</exception>
    public static (EventFormat Format, EventDecoder Decoder) Open(ByteSource source, EventReaderOptions options)
    {
        FormatGuess guess = FormatGuess.Of(source, options.Format);
        EventDecoder decoder = guess.Format switch
        {
            EventFormat.NMnist => new NMnistDecoder(source),
            EventFormat.Dat => new DatDecoder(source, guess.Header),
            EventFormat.Evt2 => new Evt2Decoder(source, guess.Header),
            EventFormat.Evt21 => new Evt21Decoder(source, guess.Header),
            EventFormat.Evt3 => new Evt3Decoder(source, guess.Header),
            EventFormat.Aedat2 => new Aedat2Decoder(source, options.Camera),
            EventFormat.Aedat31 => new Aedat31Decoder(source),
            EventFormat.Aedat4 => new Aedat4Decoder(source, options.Stream),
            EventFormat.Text => new TableDecoder(source, new TextTable(source, guess.Header), options),
            EventFormat.Npy => new TableDecoder(source, new NpyTable(new NpyReader(source.Rest(), source.Name)), options),
            EventFormat.Npz => Owned(new NpzTable(source), table => new TableDecoder(source, table, options)),
            _ => Hdf5File.Open(source, options),
        };
        if (options.Recording >= decoder.RecordingCount)
            decoder.Dispose();
        OptionCheck.Require(options.Recording < decoder.RecordingCount, options.Recording, nameof(options.Recording),
            $"{source.Name} has {Counted.Of(decoder.RecordingCount, "recording")}; the last is {decoder.RecordingCount - 1}.");
        return (guess.Format, decoder);
    }

    private static TableDecoder Owned(EventTable table, Func<EventTable, TableDecoder> open)
    {
        try
        {
            return open(table);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }
}
