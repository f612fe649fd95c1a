/// The page's style sheet. Gains are blue and losses orange, which the colour-blind tell apart; marks differ in shape too.
enum Style {
    private static let light = """
        --page:#f4f5f7;--card:#ffffff;--text:#1b2430;--soft:#5a6675;--rule:#dfe3e8;--zero:#98a2b0;\
        --series:#0b62b8;--area:#0b62b81f;--fall:#b8480a;--fall-area:#b8480a24;--price:#3c4858;--band:#3c485826;\
        --gain:#0b62b8;--entry:#6b7280;--shadow:0 1px 2px #1b243014
        """
    private static let dark = """
        --page:#12161c;--card:#1a2028;--text:#e6eaf0;--soft:#9aa6b5;--rule:#2c3540;--zero:#657282;\
        --series:#5cb0f7;--area:#5cb0f726;--fall:#f5944a;--fall-area:#f5944a2b;--price:#c3ccd8;--band:#c3ccd82b;\
        --gain:#5cb0f7;--entry:#9aa6b5;--shadow:none
        """

    static let text = """
        :root{color-scheme:light;\(light)}
        @media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;\(dark)}}
        :root[data-theme=dark]{color-scheme:dark;\(dark)}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1120px;padding:24px 20px 40px;background:var(--page);color:var(--text);\
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;\
        font-variant-numeric:tabular-nums}
        header{display:flex;gap:16px;align-items:flex-start;justify-content:space-between;margin-bottom:16px}
        h1{margin:0;font-size:26px;line-height:1.25;overflow-wrap:anywhere}
        h2{margin:0;font-size:17px;overflow-wrap:anywhere}
        h3{margin:0 0 4px;font-size:13px;color:var(--soft);font-weight:600}
        header p{margin:4px 0 0;color:var(--soft);overflow-wrap:anywhere}
        button{font:inherit;color:inherit;cursor:pointer}
        #theme{flex:none;min-width:84px;padding:6px 14px;border:1px solid var(--rule);border-radius:8px;background:var(--card)}
        :focus-visible{outline:2px solid var(--series);outline-offset:2px}
        main{display:grid;grid-template-columns:minmax(0,1fr);gap:16px}
        .card{margin:0;padding:16px 18px;background:var(--card);border:1px solid var(--rule);border-radius:12px;\
        box-shadow:var(--shadow);min-width:0}
        .note,.legend,.absent,.source{margin:2px 0 10px;color:var(--soft);font-size:13px}
        td.note{max-width:520px}
        .absent{margin:14px 0}
        .pair{display:grid;grid-template-columns:minmax(0,1fr);gap:16px}
        .key-figures{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:12px;margin:0}
        .key-figures div{padding:12px 16px;background:var(--card);border:1px solid var(--rule);border-radius:12px;\
        box-shadow:var(--shadow)}
        dt{color:var(--soft);font-size:13px}
        dd{margin:0}
        .key-figures dd{font-size:22px;font-weight:650;line-height:1.35;overflow-wrap:anywhere}
        .key-figures small{display:block;font-size:12px;font-weight:400;color:var(--soft)}
        .scroll{position:relative;overflow-x:auto}
        .long{max-height:520px;overflow-y:auto}
        .chart .scroll>svg{display:block;width:100%;min-width:640px;height:auto;cursor:crosshair}
        svg text{font-size:12px;fill:var(--soft)}
        .grid line{stroke:var(--rule);stroke-width:1;shape-rendering:crispEdges}
        .grid .zero,.grid .tick{stroke:var(--zero)}
        .y{text-anchor:end}
        .x{text-anchor:middle}
        .x.end{text-anchor:end}
        .line,.price{fill:none;stroke-width:1.6;stroke-linejoin:round}
        .line{stroke:var(--series)}
        .line.fall{stroke:var(--fall)}
        .area{fill:var(--area)}
        .area.fall{fill:var(--fall-area)}
        .base{stroke:var(--zero);stroke-dasharray:5 4}
        .price{stroke:var(--price);stroke-width:1.3}
        .band{fill:var(--band)}
        .line.dot{fill:var(--series)}
        .fall.dot{fill:var(--fall)}
        .price.dot{fill:var(--price)}
        .win{fill:var(--gain)}
        .loss{fill:var(--fall)}
        .chart circle.win,.chart rect.loss,.entry{stroke:var(--card);stroke-width:.8}
        #chart-distribution rect{stroke:none}
        .entry{fill:var(--entry)}
        .held{fill:none;stroke-width:1.2;stroke-dasharray:3 2}
        .held.win{stroke:var(--gain)}
        .held.loss{stroke:var(--fall)}
        .cross{pointer-events:none}
        .cross line{stroke:var(--soft);stroke-dasharray:3 3}
        .cross circle{fill:var(--card);stroke:var(--text);stroke-width:2}
        .tip{position:absolute;top:8px;padding:4px 10px;border:1px solid var(--rule);border-radius:8px;background:var(--card);\
        font-size:13px;white-space:nowrap;pointer-events:none;box-shadow:0 2px 8px #0003}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px}
        .legend span{display:inline-flex;align-items:center;gap:6px}
        .key{flex:none;width:12px;height:12px}
        i.key{border-radius:2px}
        i.price{height:3px;background:var(--price)}
        i.band{background:var(--band)}
        i.win{background:var(--gain)}
        i.loss{background:var(--fall)}
        table{border-collapse:collapse;width:100%;font-size:13px}
        th,td{padding:5px 10px;text-align:left;white-space:nowrap;border-bottom:1px solid var(--rule)}
        td.note{white-space:normal;margin:0}
        tbody tr:last-child>*{border-bottom:0}
        thead th{color:var(--soft);font-weight:600}
        .long thead th{position:sticky;top:0;background:var(--card);box-shadow:inset 0 -1px var(--rule)}
        tbody th{font-weight:600}
        .number,.months td,.months thead th:not(:first-child){text-align:right}
        .months th,.months td{padding:5px 7px}
        .months .gain[style]{background:color-mix(in srgb,var(--gain) var(--shade),transparent)}
        .months .fall[style]{background:color-mix(in srgb,var(--fall) var(--shade),transparent)}
        .months .total{font-weight:650;border-left:2px solid var(--rule)}
        .number.fall{color:var(--fall)}
        .number.gain{color:var(--gain)}
        .sorts button{padding:0;border:0;background:none;font-weight:600}
        .sorts [aria-sort=ascending] button::after{content:" ↑"}
        .sorts [aria-sort=descending] button::after{content:" ↓"}
        .statistics{columns:3 260px;column-gap:32px;margin-top:8px}
        .statistics section{break-inside:avoid-column;margin-bottom:16px}
        .statistics dl{margin:0}
        .statistics dl div{display:flex;justify-content:space-between;gap:12px;padding:2px 0;border-bottom:1px solid var(--rule);\
        break-inside:avoid}
        .statistics dt{overflow-wrap:anywhere}
        .statistics dd{font-size:13px}
        footer{margin-top:20px;color:var(--soft);font-size:13px}
        @media (max-width:760px){.key-figures{grid-template-columns:repeat(2,minmax(0,1fr))}}
        @media print{body{max-width:none;padding:0}#theme{display:none}.long{max-height:none}.card{break-inside:avoid}}
        """
}
