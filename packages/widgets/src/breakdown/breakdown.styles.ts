import { css } from 'lit';

export const breakdownStyles = css`
  table[aria-hidden] {
    table-layout: fixed;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.25rem var(--_space-3) 0.25rem 0;
    border-bottom: 1px solid var(--_rule);
    text-align: left;
    vertical-align: middle;
    font-weight: 400;
  }
  thead th {
    position: sticky;
    top: var(--st-sticky-top, 0);
    z-index: 1;
    padding-block: 0.3rem;
    border-bottom-color: var(--_ink);
    background: var(--_paper);
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    vertical-align: bottom;
  }
  td:last-child,
  thead th:last-child {
    padding-right: 0;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .sort:hover,
  [aria-sort='ascending'] .sort,
  [aria-sort='descending'] .sort {
    color: var(--_ink);
  }
  .sort svg {
    width: 7px;
    height: 7px;
    fill: currentColor;
    opacity: 0;
  }
  .sort:hover svg {
    opacity: 0.5;
  }
  [aria-sort='ascending'] svg,
  [aria-sort='descending'] svg {
    opacity: 1;
  }
  [aria-sort='ascending'] svg {
    rotate: 180deg;
  }
  .axis {
    display: grid;
    grid-template-columns: var(--number, 4.25rem) 1fr;
    gap: var(--_space-3);
    align-items: end;
  }
  .axis > .sort {
    flex-direction: row-reverse;
    justify-content: flex-start;
    text-align: right;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--_ink-muted);
    font-size: 0.6875rem;
  }
  .cell {
    display: grid;
    grid-template-columns: var(--number, 4.25rem) 1fr;
    align-items: center;
    gap: var(--_space-3);
  }
  .cell > .number,
  .cell > .figure,
  .cell > .missing,
  .plain {
    text-align: right;
  }
  .value {
    width: 14rem;
  }
  .pick {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    max-width: 100%;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    text-align: left;
    font-weight: 500;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .pick:hover {
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  .box {
    flex: none;
    width: 0.8125rem;
    height: 0.8125rem;
    border: 1px solid var(--_edge);
    border-radius: 2px;
    background: var(--_surface);
  }
  .pick[aria-pressed='true'] .box {
    border-color: var(--_data);
    background: var(--_data);
  }
  .box path {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .folded {
    padding-left: 1.3125rem;
    color: var(--_ink-soft);
  }
  tbody tr:hover > * {
    background: color-mix(in oklab, var(--_sunken) 60%, transparent);
  }
  tr.selected > * {
    background: var(--_sunken);
  }
  tr:has(+ .none) > * {
    border-bottom-color: transparent;
  }
  tr.none > * {
    border-top: 1px dashed var(--_edge);
  }
  tr.none .pick {
    color: var(--_ink-soft);
    font-style: italic;
    font-weight: 400;
  }
  tfoot th,
  tfoot td {
    border-top: 1px solid var(--_ink);
    border-bottom: 0;
    padding-block: 0.375rem;
    font-weight: 600;
  }
  tfoot .range {
    background: none;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-4);
  }
  @container (max-width: 48rem) {
    .value {
      width: auto;
    }
  }
  @container (max-width: 40rem) {
    .cell,
    .axis {
      display: block;
      text-align: right;
    }
    .bar,
    .range,
    .ends,
    .box {
      display: none;
    }
    .key {
      display: none;
    }
    th,
    td {
      padding-right: var(--_space-2);
    }
    .wide {
      overflow-x: auto;
    }
    .wide thead th {
      position: static;
    }
    td .number {
      width: 100%;
      text-align: right;
    }
  }
  @media print {
    thead th {
      position: static;
    }
    .box {
      display: none;
    }
  }
`;
