// Colours and sizes are those of docs/visual-language.md.
const light =
  '--paper:#fbfaf7;--sunken:#f3f1ec;--ink:#1a1c1f;--soft:#474c54;--muted:#646a73;--rule:#e5e2db;--edge:#868a91;--data:#2d5a9b;--data-soft:#dbe4f1;--signal:#b0450d;--fault:#ad1f2d;--focus:#1f5fd0';
const dark =
  '--paper:#121417;--sunken:#20242a;--ink:#ecedee;--soft:#bcc1c9;--muted:#979da7;--rule:#2b3037;--edge:#727984;--data:#86ade8;--data-soft:#263650;--signal:#eb9a5e;--fault:#ff8b8b;--focus:#9cc1ff';

const base = `
*{box-sizing:border-box}
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 .9375rem/1.55 Inter,"Inter Variable",system-ui,-apple-system,"Segoe UI","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
main,header,footer{max-width:62rem;margin:0 auto;padding:0 24px}
h1,h2{font-family:"Source Serif 4",Charter,"Iowan Old Style",Georgia,serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:2.125rem;margin:4px 0 8px}
h2{font-size:1.3125rem;margin:0 0 8px;padding-top:12px;border-top:2px solid var(--ink)}
h3{font-size:.9375rem;font-weight:600;margin:24px 0 4px}
p{margin:0}
a{color:inherit}
a:focus-visible,.scroll:focus-visible,summary:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
section{margin-top:48px}
.aside{color:var(--muted);font-size:.8125rem}`;

const opening = `
header{padding-top:48px}
.kicker{color:var(--muted);font-size:.8125rem}
.facts{display:flex;flex-wrap:wrap;gap:0 16px;color:var(--soft);list-style:none;margin:0;padding:0}
.state{margin-top:24px;padding:8px 16px;border-left:4px solid var(--data);background:var(--sunken);border-radius:0 3px 3px 0}
.state strong{display:block}
.state.draft,.state.ended{border-left:4px dashed var(--signal)}
.state.draft strong,.state.ended strong{color:var(--signal)}
nav ol{columns:3 14rem;column-gap:32px;list-style:none;margin:24px 0 0;padding:0;font-size:.8125rem}
nav li{break-inside:avoid;padding:2px 0}
nav a{display:inline-block;padding:2px 0;text-decoration-color:var(--edge);text-underline-offset:3px}
.short{margin:0;padding:0 0 0 1.5em;font:400 1.0625rem/1.5 "Source Serif 4",Charter,"Iowan Old Style",Georgia,serif}
.short li::marker{color:var(--muted)}
.short li{padding-left:4px;padding:8px 0;border-bottom:1px solid var(--rule)}`;

const clauses = `
.clause,.changes li{display:grid;grid-template-columns:minmax(0,1fr) 14rem;gap:0 32px;padding:9px 0;border-bottom:1px solid var(--rule)}
.clause>span{position:absolute}
.clause:target{background:var(--data-soft);box-shadow:-8px 0 0 var(--data-soft),8px 0 0 var(--data-soft)}
.address{color:var(--muted);font:400 .75rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;text-decoration:none;padding-top:3px;min-height:24px}
.address:hover{color:var(--ink);text-decoration:underline}
.address span{margin-right:.35em}
.name{text-decoration:underline;text-decoration-color:var(--edge);text-decoration-thickness:1px;text-underline-offset:3px;text-decoration-style:dotted}
.name:hover{text-decoration-color:var(--ink);text-decoration-style:solid}
.changes{list-style:none;margin:0;padding:0}
.changes .address{grid-column:2;grid-row:1/3}
.issues{margin:0;padding:0;list-style:none}
.issues li{padding:9px 0;border-bottom:1px solid var(--rule)}
.issues .error{color:var(--fault)}.issues .warning{color:var(--signal)}
dfn{font-style:normal;font-weight:600}
.quiet p{color:var(--muted);font-size:.8125rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:0 48px}
.side h3{margin-top:8px;padding-bottom:4px;border-bottom:1px solid var(--edge)}
.side .clause{display:block}
.side .address{display:inline-block}
dl{margin:0;columns:2 20rem;column-gap:48px}
dl div{break-inside:avoid;padding:5px 0}
dt{font-weight:600}
dd{margin:0;color:var(--soft)}
.dates,.addresses,.ways{margin:8px 0 0;padding:0;list-style:none;font-size:.8125rem;column-gap:32px}
.dates{columns:3 14rem}
.dates+details{margin-top:8px}
summary{display:inline-block;min-height:24px;color:var(--soft);font-size:.8125rem;cursor:pointer}
summary::before{content:"+ "}
details[open]>summary::before{content:"− "}
.dates li,.addresses li{break-inside:avoid;padding:2px 0}
.ways{columns:2 20rem}
.ways li{break-inside:avoid;padding:3px 0}
.addresses{columns:3 14rem;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.75rem}
.addresses a{display:inline-block;min-height:24px;color:var(--soft);text-decoration:none}
.addresses a:hover{text-decoration:underline}`;

const picture = `
figure{margin:8px 0 16px}
figcaption{margin-top:8px;color:var(--muted);font-size:.8125rem}
.ways{color:var(--soft)}
.scroll{position:relative;overflow-x:auto;padding:8px 0}
.begin{position:absolute;left:max(0px,calc(var(--begin)*min(var(--flow-width),max(100%,var(--flow-width)*.8)) - 6rem));width:12rem;height:1px;scroll-initial-target:nearest}
.flow{display:block;width:min(var(--flow-width),max(100%,var(--flow-width)*.8));max-width:none;height:auto;margin:0 auto;font:400 12px/1 Inter,"Inter Variable",system-ui,-apple-system,"Segoe UI","Helvetica Neue",Arial,sans-serif}
.flow text{fill:var(--ink);text-anchor:middle}
.flow rect{fill:var(--paper);stroke:var(--ink);stroke-width:1.25}
.flow-way{fill:none;stroke:var(--edge);stroke-width:1.25}
.flow-rail{stroke-dasharray:5 3}
.flow-head{fill:var(--edge)}
.flow text.flow-note{text-anchor:start;fill:var(--muted);font-size:11px}
.flow .flow-team rect{stroke-width:2}
.flow .flow-team text,.flow .flow-start text{font-weight:600}
.flow .flow-program rect{fill:var(--data-soft);stroke:var(--data)}
.flow .flow-again rect,.flow .flow-hand-off rect,.flow .flow-reasons rect,.flow .flow-back rect{stroke:none}
.flow .flow-again text,.flow .flow-hand-off text,.flow .flow-reasons text{fill:var(--soft);font-style:italic}
.flow .flow-back text{font-weight:600}
.flow .flow-inner{fill:none;stroke-width:1}`;

const signatures = `
.lines{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:32px 48px;margin-top:16px}
.signature{break-inside:avoid}
.signer{font-weight:600}
.signer::first-letter{text-transform:uppercase}
.signer span{display:block;font-weight:400;color:var(--muted);font-size:.8125rem}
.line{border-bottom:1px solid var(--ink);height:48px;display:flex;align-items:flex-start}
.line span{color:var(--muted);font-size:.75rem;padding-top:4px}
.signed{margin-top:8px;padding:8px 16px;background:var(--sunken);border-left:4px solid var(--data)}
footer{margin-top:48px;padding-bottom:48px;color:var(--muted);font-size:.8125rem}`;

const narrow = `
@media screen and (max-width:44rem){
main,header,footer{padding:0 16px}
header{padding-top:24px}
h1{font-size:1.6rem}
.clause,.changes li{grid-template-columns:minmax(0,1fr)}
.changes .address{grid-column:1;grid-row:auto}
.flow{margin:0}
}`;

const print = `
@media print{
body{font-size:9.5pt;line-height:1.45;background:none}
main,header,footer{max-width:none;padding:0}
header{padding-top:0}
nav{display:none}
h1{font-size:22pt}
h2{font-size:13pt;break-after:avoid}
h3{font-size:10pt;break-after:avoid}
section{margin-top:22pt}
.clause,.short li,.changes li,.issues li,figure,.signature,dl div{break-inside:avoid}
.clause,.changes li{grid-template-columns:minmax(0,1fr) 38mm;gap:0 6mm;padding:4pt 0}
.clause:target{background:none;box-shadow:none}
.address{font-size:7pt;min-height:0}
.short{font-size:11pt}
.sides{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 8mm}
.name{text-decoration:none}
.scroll{overflow:visible}
.flow{width:auto;max-width:100%;max-height:215mm}
.addresses{columns:4;font-size:6.5pt}
dl{columns:2}
.lines{grid-template-columns:repeat(2,minmax(0,1fr))}
.addresses a{min-height:0}
#part-signatures{break-inside:avoid}
footer,details{display:none}
.state,.signed,.flow{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`;

/**
 * The style sheet of the document. Dark colours hold on a screen only: paper is light.
 * @param running what stands at the foot of each printed page, as plain text
 */
export function documentStyles(running: string): string {
  const foot = `@page{margin:18mm 16mm 20mm;@bottom-left{content:${cssString(running)};font:400 7.5pt Arial,sans-serif;color:#646a73}@bottom-right{content:counter(page) " / " counter(pages);font:400 7.5pt Arial,sans-serif;color:#646a73}}`;
  return [base, opening, clauses, picture, signatures, narrow, print, foot].join('').replaceAll('\n', '');
}

/** A text as a string of CSS that also cannot end a `style` element. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/[^A-Za-z0-9 .,:-]/gu, (found) => `\\${found.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
