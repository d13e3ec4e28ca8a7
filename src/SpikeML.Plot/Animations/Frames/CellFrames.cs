namespace SpikeML.Plot.Animations;

/// <summary>A train's steps as images, with a square of pixels per neuron, and a bar below that grows with time.</summary>
internal sealed class CellFrames : FrameSource
{
    private const int BarHeight = 4;

    private readonly SpikeTrain _train;
    private readonly NeuronGrid _grid;
    private readonly CellColors _colors;
    private readonly int[] _firstOfStep;
    private readonly byte[] _cells;
    private readonly int _trail, _barHeight;

    public CellFrames(SpikeTrain train, int cellSize, AnimationOptions options)
    {
        (_train, CellSize, _grid) = (train, cellSize, NeuronGrid.Of(train));
        _trail = options.Trail ?? SpikeTrail.Of(train);
        _barHeight = options.ShowProgress ? BarHeight : 0;
        _colors = new CellColors(train, _grid.HasGaps, _trail, options);
        _firstOfStep = StepStarts.Of(train);
        _cells = new byte[_grid.Rows * _grid.Columns];
    }

    public int CellSize { get; }

    public int Rows => _grid.Rows;

    public int Columns => _grid.Columns;

    public int Channels => _grid.Channels;

    public override int Width => _grid.Columns * CellSize;

    public override int Height => CellsHeight + _barHeight;

    /// <summary>The height without the bar.</summary>
    public int CellsHeight => _grid.Rows * CellSize;

    public override int Count => _train.NumSteps;

    public override uint[] Palette => _colors.Palette;

    /// <summary>The colours of <see cref="DrawCells"/>.</summary>
    public uint[] CellPalette => _colors.Neurons;

    /// <inheritdoc cref="CellColors.Fading"/>
    public uint[] Fading => _colors.Fading;

    public override void Draw(int frame, Span<byte> pixels)
    {
        Clear(_cells);
        for (int step = Math.Max(0, frame - _trail); step < frame; step++)
        {
            foreach (ref readonly SpikeEvent spike in SpikesAt(step))
                _cells[_grid.CellOf(spike.Neuron)] = _colors.PlaceOf(spike.Value, frame - step);
        }
        AddSpikes(frame, _cells);
        int columns = _grid.Columns, width = Width;
        for (int row = 0; row < _grid.Rows; row++)
        {
            Span<byte> line = pixels.Slice(row * CellSize * width, width);
            for (int column = 0; column < columns; column++)
                line.Slice(column * CellSize, CellSize).Fill(_cells[row * columns + column]);
            for (int copy = 1; copy < CellSize; copy++)
                line.CopyTo(pixels[((row * CellSize + copy) * width)..]);
        }
        DrawBar(frame, pixels[(CellsHeight * width)..]);
    }

    /// <summary>Draws a frame with one cell per neuron, and without what is left of earlier spikes.</summary>
    public void DrawCells(int frame, Span<byte> cells)
    {
        Clear(cells);
        AddSpikes(frame, cells);
    }

    private ReadOnlySpan<SpikeEvent> SpikesAt(int step) => _train.AsSpan()[_firstOfStep[step].._firstOfStep[step + 1]];

    private void Clear(Span<byte> cells)
    {
        cells.Clear();
        for (int cell = 0; _grid.HasGaps && cell < cells.Length; cell++)
            cells[cell] = _grid.IsGap(cell) ? _colors.GapPlace : (byte)0;
    }

    private void AddSpikes(int step, Span<byte> cells)
    {
        foreach (ref readonly SpikeEvent spike in SpikesAt(step))
            cells[_grid.CellOf(spike.Neuron)] = _colors.PlaceOf(spike.Value);
    }

    private void DrawBar(int frame, Span<byte> pixels)
    {
        int past = (int)Math.Round(Width * (frame + 1.0) / Count);
        for (int row = 0; row < _barHeight; row++)
        {
            pixels.Slice(row * Width, past).Fill(CellColors.PastPlace);
            pixels.Slice(row * Width + past, Width - past).Fill(_colors.TrackPlace);
        }
    }
}
