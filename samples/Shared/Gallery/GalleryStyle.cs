namespace SpikeML.Samples.Gallery;

/// <summary>The style of the page: one column that fits a phone, in the light or dark colours of the reader's system.</summary>
internal static class GalleryStyle
{
    // Figures are drawn on white, so they keep a white background in dark mode.
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1c1f23; --soft: #59606a; --block: #f3f4f6;
            --line: #d4d8dd; --link: #0b57a4; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14171a; --ink: #e6e8eb; --soft: #a3abb5; --block: #1f2429; --line: #3a424b; --link: #7db8f5; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .6em; }
        h1 { font-size: 1.8rem; margin-top: 0; }
        h2 { font-size: 1.45rem; border-bottom: 1px solid var(--line); padding-bottom: .25em; }
        h3 { font-size: 1.2rem; }
        h4 { font-size: 1.05rem; }
        a { color: var(--link); }
        nav ul { list-style: none; margin: 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
        nav .level2 { padding-left: 1.2rem; }
        nav .level3 { padding-left: 2.4rem; }
        pre { margin: .75rem 0; padding: .7rem .9rem; border-radius: 8px; font: .85rem/1.5 ui-monospace, monospace;
            white-space: pre-wrap; overflow-wrap: anywhere; }
        code { font: .9em ui-monospace, monospace; }
        .code { background: var(--block); }
        .output { color: var(--soft); border-left: 3px solid var(--line); border-radius: 0; }
        figure { margin: .75rem 0 2rem; }
        img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line);
            border-radius: 8px; }
        .moving img { image-rendering: pixelated; border-radius: 0; }
        figcaption { margin-top: .4rem; color: var(--soft); }
        @media (prefers-reduced-motion: reduce) { .moving img { display: none; } }
        """;
}
