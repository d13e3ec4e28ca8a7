namespace SpikeML.Tests.Conformance;

/// <summary>What the order of rows means to an estimator's values, and so which form some of the checks take.</summary>
internal enum RowOrder
{
    /// <summary>Rows are mapped one by one: the checks want a row mapper that gives the same in every order.</summary>
    Irrelevant,

    /// <summary>
    /// A row's values depend on the rows before it. So the checks want the contrary: no row mapper, no shuffling, one cursor,
    /// other values in another order, and an engine that has to be given the rows in order.
    /// </summary>
    AsRead,

    /// <summary>As <see cref="AsRead"/>, but rows follow a column: their values are the same wherever they lie.</summary>
    ByColumn,
}
