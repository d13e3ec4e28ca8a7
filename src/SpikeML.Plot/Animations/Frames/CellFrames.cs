namespace SpikeML.Plot.Animations;

/// <summary>A train's steps as images, with a square of pixels per neuron.</summary>
internal sealed class CellFrames : FrameSource
{
    private readonly SpikeTrain _train;
    private readonly NeuronGrid _grid;
    private readonly CellColors _colors;
    private readonly int[] _firstOfStep;
    private readonly byte[] _cells;

    public CellFrames(SpikeTrain train, int cellSize, AnimationOptions options)
    {
        (_train, CellSize, _grid) = (train, cellSize, NeuronGrid.Of(train));
        _colors = new CellColors(train, _grid.HasGaps, options);
        _firstOfStep = StepStarts.Of(train);
        _cells = new byte[_grid.Rows * _grid.Columns];
    }

    public int CellSize { get; }

    public int Rows => _grid.Rows;

    public int Columns => _grid.Columns;

    public int Channels => _grid.Channels;

    public override int Width => _grid.Columns * CellSize;

    public override int Height => _grid.Rows * CellSize;

    public override int Count => _train.NumSteps;

    public override uint[] Palette => _colors.Palette;

    public override void Draw(int frame, Span<byte> pixels)
    {
        DrawCells(frame, _cells);
        int columns = _grid.Columns, width = Width;
        for (int row = 0; row < _grid.Rows; row++)
        {
            Span<byte> line = pixels.Slice(row * CellSize * width, width);
            for (int column = 0; column < columns; column++)
                line.Slice(column * CellSize, CellSize).Fill(_cells[row * columns + column]);
            for (int copy = 1; copy < CellSize; copy++)
                line.CopyTo(pixels[((row * CellSize + copy) * width)..]);
        }
    }

    /// <summary>Draws a frame with one cell per neuron.</summary>
    public void DrawCells(int frame, Span<byte> cells)
    {
        cells.Clear();
        for (int cell = 0; _grid.HasGaps && cell < cells.Length; cell++)
            cells[cell] = _grid.IsGap(cell) ? _colors.GapPlace : (byte)0;
        foreach (ref readonly SpikeEvent spike in _train.AsSpan()[_firstOfStep[frame].._firstOfStep[frame + 1]])
            cells[_grid.CellOf(spike.Neuron)] = _colors.PlaceOf(spike.Value);
    }
}
