using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Fits the options of a code that are null to the rows of one column.</summary>
internal interface ICodeLearner
{
    /// <summary>What is fitted, for messages, such as "the range of the values".</summary>
    string What { get; }

    /// <summary>Takes a row.</summary>
    void Add(in ColumnValues values);

    /// <summary>The learner for another pass over the rows, or null if none is needed.</summary>
    ICodeLearner? Next();

    /// <summary>Finishes after the last pass.</summary>
    void Complete(IHost host, CancellationToken cancellationToken)
    {
    }

    /// <summary>The code with everything that was fitted, after <see cref="Complete"/>.</summary>
    SpikeCode Code { get; }
}

/// <summary>Fits codes to data, in as few passes as possible.</summary>
internal static class CodeLearning
{
    /// <summary>The fitted code for each column; no row is read if the columns' types determine everything.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SpikeCode[] Learn(IHost host, IDataView data, string[] columnNames, SpikeCode code,
        CancellationToken cancellationToken)
    {
        DataViewSchema.Column[] columns = [.. columnNames.Select(name => data.Schema[name])];
        SpikeCode[] codes = [.. columns.Select(column => code.ForColumn(host, column))];
        ICodeLearner?[] learners = [.. codes.Zip(columns, (own, column) => own.MakeLearner(host, column))];
        while (learners.Any(learner => learner is not null))
        {
            int[] open = [.. Enumerable.Range(0, learners.Length).Where(i => learners[i] is not null)];
            ColumnPass.Read(host, data, [.. open.Select(i => columns[i])], code.Input, learners[open[0]]!.What,
                (int i, in ColumnValues values) => learners[open[i]]!.Add(values), cancellationToken);
            foreach (int i in open)
            {
                ICodeLearner finished = learners[i]!;
                learners[i] = finished.Next();
                if (learners[i] is not null)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                finished.Complete(host, cancellationToken);
                codes[i] = finished.Code;
            }
        }
        return codes;
    }
}
