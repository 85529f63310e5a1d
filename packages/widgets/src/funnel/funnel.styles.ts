import { css } from 'lit';

export const funnelStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    border-top: 1px solid var(--_ink);
  }
  th,
  td {
    padding: 0.4375rem var(--_space-3) 0.4375rem 0;
    border-bottom: 1px solid var(--_rule);
    vertical-align: middle;
    text-align: left;
    font-weight: 400;
  }
  thead th {
    padding-block: 0.3rem;
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    vertical-align: bottom;
  }
  tbody th {
    width: 8.5rem;
    font-weight: 500;
  }
  tbody td {
    height: 2.4375rem;
  }
  td.leads {
    width: 52%;
  }
  td:last-child,
  thead th:last-child {
    padding-right: 0;
  }
  .cell {
    display: grid;
    grid-template-columns: 4rem 1fr;
    align-items: center;
    gap: var(--_space-3);
  }
  .cell > .number,
  .cell > .figure {
    text-align: right;
  }
  .leads .number {
    font-weight: 600;
  }
  .leads .bar {
    height: 1.125rem;
  }
  .drawn {
    display: grid;
    grid-template-columns: 1fr;
    align-items: center;
  }
  .with-implied .drawn {
    grid-template-columns: 1fr 5.5rem;
  }
  .implied {
    padding-left: var(--_space-2);
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    white-space: nowrap;
  }
  .hint {
    display: none;
  }
  .hint,
  .interval,
  .projected {
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    white-space: nowrap;
  }
  .texts {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: baseline;
  }
  tr:last-child th,
  tr:last-child .number {
    font-weight: 600;
  }
  tbody tr:last-child > * {
    border-bottom-color: var(--_ink);
  }

  td.step {
    min-width: 12rem;
  }
  @container (max-width: 60rem) {
    tbody th {
      width: 6.5rem;
    }
    td.leads {
      width: 42%;
    }
    td.step {
      min-width: 10rem;
    }
    td.whole .cell {
      grid-template-columns: max-content;
      justify-content: end;
      justify-items: end;
      row-gap: 0;
    }
    thead th:last-child {
      text-align: right;
      white-space: nowrap;
    }
  }
  @container (max-width: 40rem) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) max-content;
      padding-block: var(--_space-2);
      border-bottom: 1px solid var(--_rule);
    }
    tbody tr:last-child {
      border-bottom-color: var(--_ink);
    }
    tbody th,
    tbody td,
    td.leads {
      width: auto;
      min-width: 0;
      height: auto;
      padding: 0;
      border: 0;
    }
    td.leads {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    td.leads .cell {
      grid-template-columns: 3.5rem 1fr;
    }
    td.step {
      grid-column: 1 / -1;
    }
    td.leads .bar {
      height: 0.75rem;
    }
    td.step .cell {
      grid-template-columns: 3.5rem minmax(2.5rem, 1fr) auto;
    }
    .hint {
      display: inline;
    }
    .interval {
      display: none;
    }
    td.whole {
      grid-column: 2;
      grid-row: 1;
    }
    td.whole .cell {
      display: flex;
      justify-content: flex-end;
      gap: 0 var(--_space-2);
      align-items: baseline;
    }
    td.none {
      display: none;
    }
  }
  @container (max-width: 20.5rem) {
    td.whole .projected {
      display: none;
    }
  }
`;
