/** The style of the pages, as it is sent. The colours are those of docs/visual-language.md. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #121417);
  --sunken: light-dark(#f3f1ec, #20242a);
  --ink: light-dark(#1a1c1f, #ecedee);
  --soft: light-dark(#474c54, #bcc1c9);
  --muted: light-dark(#646a73, #979da7);
  --rule: light-dark(#e5e2db, #2b3037);
  --data: light-dark(#2d5a9b, #86ade8);
  --fault: light-dark(#ad1f2d, #ff8b8b);
  --focus: light-dark(#1f5fd0, #9cc1ff);
}
body {
  max-width: 88rem;
  margin: 0 auto;
  padding: 1rem clamp(1rem, 3vw, 2.5rem) 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 400 0.875rem / 1.5 "Inter Variable", Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
header { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; border-bottom: 1px solid var(--rule); }
.brand { margin: 0; font-weight: 600; }
.brand a { padding: 0.25rem 0; color: inherit; text-decoration: none; }
.brand span { color: var(--muted); font-weight: 400; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 0.5rem 0.5rem; color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); }
nav [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--ink); }
.count { color: var(--muted); font-weight: 400; }
h1 { margin: 2rem 0 0.5rem; font: 600 1.3125rem / 1.3 "Source Serif 4", Georgia, serif; }
a { color: var(--data); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.note, .state { max-width: 44rem; margin: 0 0 1rem; color: var(--muted); font-size: 0.8125rem; }
.state { min-height: 1.5em; margin-top: 1rem; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.8125rem; overflow-wrap: anywhere; }
pre { max-height: 24rem; margin: 0.5rem 0 0; padding: 0.75rem; overflow: auto; background: var(--sunken); border-radius: 3px; white-space: pre-wrap; }
.try { white-space: pre; }
.ways { padding-left: 1.25rem; }
table { width: 100%; border-collapse: collapse; border-block: 2px solid var(--ink); }
[hidden] { display: none !important; }
th, td { padding: 0.5rem 1rem 0.5rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr > :last-child { padding-right: 0; }
tbody tr + tr > * { border-top: 1px solid var(--rule); }
thead th { color: var(--muted); font-size: 0.75rem; font-weight: 500; border-bottom: 1px solid var(--rule); }
tbody th { font-weight: 400; }
time, .number, .source, .subject, .id { display: block; }
.number, .kind, .none, .source { color: var(--muted); }
.number { font-size: 0.75rem; }
.arrivals th:first-child { width: 6rem; }
.bad td:nth-child(2), .good td:nth-child(3) { width: 15rem; }
.bad td:nth-child(3), .good td:nth-child(4) { width: 15rem; }
.good td:nth-child(2) { width: 6rem; }
.verdict { font-weight: 600; }
.verdict.duplicate { color: var(--muted); font-weight: 400; }
.issues { margin: 0; padding: 0; list-style: none; }
.issues li + li { margin-top: 0.75rem; }
.issues p { margin: 0; }
.bad .issues p { padding-left: 0.625rem; border-left: 3px solid var(--fault); font-weight: 500; }
dl { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; margin: 0.25rem 0 0; padding-left: 0.8125rem; }
dl div { display: flex; gap: 0.375rem; align-items: baseline; }
dt { flex: none; color: var(--muted); font-size: 0.75rem; }
dd { margin: 0; }
details { margin-top: 0.375rem; }
.good details { margin-top: 0; }
summary { width: fit-content; min-height: 1.5rem; color: var(--data); cursor: pointer; }
.quality { max-width: 52rem; margin-bottom: 2rem; }
.quality caption { padding-bottom: 0.5rem; font-weight: 600; text-align: left; overflow-wrap: anywhere; }
.quality th, .quality td { overflow-wrap: break-word; }
.quality tbody th { width: 18rem; color: var(--soft); }
.quality .figure { width: 6rem; text-align: right; font-weight: 600; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 48rem) {
  .arrivals, .arrivals tbody, .arrivals tr, .arrivals th, .arrivals td { display: block; }
  .arrivals thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .arrivals th:first-child, .arrivals td:nth-child(n) { width: auto; padding: 0.125rem 0; }
  .arrivals tbody tr { padding: 0.625rem 0; }
  .arrivals tbody tr + tr { border-top: 1px solid var(--rule); }
  .arrivals tbody tr + tr > * { border-top: 0; }
  time, .number, .source, .subject, .id { display: inline; }
  .none { display: none; }
  .quality tbody th { width: 40%; }
  .quality .figure { width: auto; }
  .quality td { overflow-wrap: anywhere; }
  th, td { padding-right: 0.625rem; }
}
@media print { nav, .state, .try { display: none; } }
`;
