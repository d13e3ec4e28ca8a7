namespace SpikeML.Samples.Gallery;

/// <summary>The style of the page: one column that fits a phone, in the light or dark colours of the reader's system.</summary>
internal static class GalleryStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1c1f23; --soft: #59606a; --block: #f3f4f6;
            --line: #d4d8dd; --link: #0b57a4; --accent: #0072b2; --note: #eef5fb;
            --keyword: #7a1fa2; --type: #0b6b5d; --call: #0b57a4; --number: #9a3b00; --text: #9a3b00; --comment: #59606a; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #16181d; --ink: #e6e8eb; --soft: #a3abb5; --block: #20242b; --line: #3a424b; --link: #7db8f5;
              --accent: #56b4e9; --note: #1b2632;
              --keyword: #d3a5f0; --type: #7fd1c0; --call: #8ec5fb; --number: #f2b27a; --text: #f2b27a; --comment: #a3abb5; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
        main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .6em; }
        h1 { font-size: 1.8rem; margin-top: 0; }
        h2 { font-size: 1.45rem; border-bottom: 1px solid var(--line); padding-bottom: .25em; }
        h3 { font-size: 1.2rem; }
        h4 { font-size: 1.05rem; }
        p { margin: .8em 0; }
        a { color: var(--link); }
        nav ul { list-style: none; margin: 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
        nav .level2 { padding-left: 1.2rem; }
        nav .level3 { padding-left: 2.4rem; }
        pre { margin: .75rem 0; padding: .7rem .9rem; border-radius: 8px; font: .85rem/1.5 ui-monospace, monospace;
            white-space: pre-wrap; overflow-wrap: anywhere; }
        code { font: .9em ui-monospace, monospace; }
        .code { background: var(--block); }
        .keyword { color: var(--keyword); } .type { color: var(--type); } .call { color: var(--call); }
        .number { color: var(--number); } .text { color: var(--text); } .comment { color: var(--comment); }
        .output { color: var(--soft); border-left: 3px solid var(--line); border-radius: 0; }
        .formula { margin: 1em 0; padding: .2em 0; overflow: auto hidden; font-size: 1.15rem; }
        .notice { margin: -1rem 0 2rem; padding: .6rem .9rem; border-left: 3px solid var(--accent); border-radius: 0 8px 8px 0;
            background: var(--note); }
        figure { margin: .75rem 0 2rem; }
        img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
        .moving img { image-rendering: pixelated; border: 0; border-radius: 0; }
        figcaption { margin-top: .4rem; color: var(--soft); }
        @media (prefers-reduced-motion: reduce) { .moving img { display: none; } }
        @media (max-width: 480px) { pre { font-size: .78rem; } .themed { margin-inline: -.6rem; } }
        """;
}
