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
            EventFormat.Dat => new DatDecoder(source, guess.Header!),
            EventFormat.Evt2 => new Evt2Decoder(source, guess.Header!),
            EventFormat.Evt21 => new Evt21Decoder(source, guess.Header!),
            EventFormat.Evt3 => new Evt3Decoder(source, guess.Header!),
            _ => throw source.Error($"has the format {guess.Format}, which this version does not read"),
        };
        return (guess.Format, decoder);
    }
}
