namespace SpikeML.Tutorial;

/// <summary>The codes' formulas, as MathML.</summary>
internal static class Formulas
{
    public static readonly string Rate = Math($"{Row("P", "(")}{Sub("S", "t")}{Row("=", "1", ")", "=", "x")}");

    public static readonly string Mean = Math(
        $"<mfrac><mn>1</mn><mi>T</mi></mfrac><munderover><mo>&sum;</mo>{Row("t", "=", "1")}<mi>T</mi></munderover>{Sub("S", "t")}"
        + Row("\u2248", "gain", "\u22c5", "x"));

    public static readonly string Latency = Math(
        $"<mi>t</mi><mo>=</mo><mi>&tau;</mi><mi>ln</mi><mo>&#x2061;</mo><mfrac><mi>x</mi>{Row("x", "\u2212", "\u03b8")}</mfrac>"
        + "<mspace width=\"1em\"/>" + Row("(", "x", ">", "\u03b8", ")"));

    public static readonly string LinearLatency = Math(Row("t", "=", "\u03c4", "(", "1", "\u2212", "x", ")"));

    public static readonly string Delta = Math(
        $"{Sub("S", "t")}<mo>=</mo><mrow><mo>{{</mo><mtable columnalign=\"left\">"
        + $"<mtr><mtd><mn>1</mn></mtd><mtd>{Row("if")}{Sub("x", "t")}<mo>&#x2212;</mo>"
        + $"<msub><mi>x</mi>{Row("t", "\u2212", "1")}</msub>"
        + $"{Row("\u2265", "\u03b8")}</mtd></mtr>"
        + $"<mtr><mtd><mn>0</mn></mtd><mtd>{Row("otherwise")}</mtd></mtr></mtable></mrow>");

    private static string Math(string content) => $"<math display=\"block\">{content}</math>";

    private static string Sub(string symbol, string index) => $"<msub><mi>{symbol}</mi><mi>{index}</mi></msub>";

    // Letters are names, digits numbers, all else operators; words are texts.
    private static string Row(params string[] symbols) => $"<mrow>{string.Concat(symbols.Select(Symbol))}</mrow>";

    private static string Symbol(string symbol) =>
        symbol.Length > 1 ? $"<mtext>{symbol}&#xA0;</mtext>"
        : char.IsLetter(symbol[0]) ? $"<mi>{symbol}</mi>"
        : char.IsDigit(symbol[0]) ? $"<mn>{symbol}</mn>"
        : $"<mo stretchy=\"false\">{System.Net.WebUtility.HtmlEncode(symbol)}</mo>";
}
