using System.Runtime.ExceptionServices;
using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Rows;

/// <summary>
/// Rows that several threads map and that are returned in order. The first row that cannot be mapped ends them with an error.
/// </summary>
/// <param name="source">The rows.</param>
/// <param name="first">The position of the first row in the data.</param>
/// <param name="pieceLength">The number of rows that a thread maps at a time.</param>
/// <param name="workers">The workers that map.</param>
/// <param name="explain">Says what is wrong with a value of a row.</param>
/// <param name="cancellation">Cancels reading.</param>
internal sealed class MappedRows(InputRows source, long first, int pieceLength, Workers workers,
    Func<long, InvalidFeatureException, string> explain, CancellationToken cancellation)
{
    public DataViewSchema Schema => source.Schema;

    public long First => first;

    public Workers Workers => workers;

    public RowWatch Watch { get; } = new(first, cancellation);

    /// <summary>All rows, in pieces. A piece is valid until the next one is requested.</summary>
    /// <param name="render">Converts a piece, on the thread that maps it.</param>
    public IEnumerable<(RowPiece Rows, T Rendered)> Pieces<T>(Func<RowPiece, T> render)
    {
        Watch.Begin();
        Stack<RowPiece> free = [];
        using DataViewRowCursor cursor = source.OpenCursor();
        List<RowPiece> made = [];
        IEnumerable<Func<(RowPiece Rows, T)>> work = Read(cursor, free, made).Select<RowPiece,
            Func<(RowPiece, T)>>(rows => () => Map(rows, render));
        try
        {
            foreach ((RowPiece Rows, T Rendered) piece in workers.InOrder(work))
            {
                Watch.Add(piece.Rows.Count);
                if (piece.Rows.Error is Exception error)
                    Throw(piece.Rows.First + piece.Rows.Count, error);
                yield return piece;
                free.Push(piece.Rows);
            }
        }
        finally
        {
            made.ForEach(piece => piece.Dispose());
        }
    }

    private IEnumerable<RowPiece> Read(DataViewRowCursor cursor, Stack<RowPiece> free, List<RowPiece> made)
    {
        for (long next = first; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!free.TryPop(out RowPiece? piece))
                made.Add(piece = new RowPiece(source, cursor, pieceLength));
            if (!piece.Read(next))
                yield break;
            next += piece.Count;
            yield return piece;
            if (piece.Error is not null)
                yield break;
        }
    }

    private (RowPiece, T) Map<T>(RowPiece rows, Func<RowPiece, T> render)
    {
        rows.Map(cancellation);
        return (rows, render(rows));
    }

    private void Throw(long row, Exception error)
    {
        if (error is InvalidFeatureException invalid)
            throw ToolException.BadInput(explain(row, invalid), error);
        ExceptionDispatchInfo.Throw(error);
    }
}
