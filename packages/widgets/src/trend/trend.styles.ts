import { css } from 'lit';

export const trendStyles = css`
  .drawing {
    position: relative;
    height: var(--st-chart-height, 15rem);
    border-top: 1px solid var(--_rule);
  }
  .drawing canvas {
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    color: var(--_data);
    /* A change of colours ends in a transition, which is heard and redraws: see trend.ts. */
    transition: color 1ms !important;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    column-gap: var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  /* The title stands beside the switch, what is shown has the whole width below them. */
  .top .head {
    display: contents;
  }
  .top .title {
    flex: 1 1 18rem;
    min-width: 0;
  }
  .top .note {
    flex: 1 0 100%;
    order: 1;
  }
  .switch {
    display: inline-flex;
  }
  .switch button {
    min-height: 1.625rem;
    padding: 0 0.5625rem;
    border: 1px solid var(--_edge);
    background: var(--_surface);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    cursor: pointer;
  }
  .switch button:first-child {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }
  .switch button:last-child {
    margin-left: -1px;
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .switch button[aria-pressed='true'] {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_paper);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    border-top: 1px solid var(--_ink);
  }
  .unseen table {
    width: auto;
  }
  th,
  td {
    padding: 0.1875rem var(--_space-3) 0.1875rem 0;
    border-bottom: 1px solid var(--_rule);
    text-align: left;
    font-weight: 400;
    white-space: nowrap;
  }
  thead th {
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    vertical-align: bottom;
    white-space: normal;
  }
  .right {
    text-align: right;
  }
  .right .number {
    text-align: right;
    font-weight: 600;
  }
  .soft,
  .projected {
    color: var(--_ink-muted);
    font-size: var(--_text-s);
  }
  .reads {
    overflow-x: auto;
  }
  @container (max-width: 26rem) {
    .switch {
      order: 2;
      margin-top: var(--_space-2);
    }
  }
  .key {
    margin-top: var(--_space-2);
  }
`;
