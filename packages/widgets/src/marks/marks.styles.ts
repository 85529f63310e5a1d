import { css } from 'lit';

/** How quantities, intervals, young cohorts, implied stages, targets and missing values are drawn everywhere. */
export const markStyles = css`
  .bar,
  .range {
    position: relative;
    display: block;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .bar {
    height: 0.875rem;
  }
  .bar > span {
    position: absolute;
    inset-block: 0;
    left: 0;
    box-sizing: border-box;
  }
  .bar-before {
    width: calc(var(--before) * 100%);
    background: var(--_data-soft);
  }
  .bar-own {
    width: calc(var(--share) * (1 - var(--implied)) * 100%);
    min-width: calc(min(1, var(--share) * 1e6) * 1px);
    background: var(--_data);
  }
  .bar > .bar-implied {
    left: calc(var(--share) * (1 - var(--implied)) * 100%);
    width: calc(var(--share) * var(--implied) * 100%);
    border: solid var(--_data);
    border-width: min(1.5px, var(--implied) * 1000px);
    border-left: 0;
    background: var(--_surface);
  }
  .bar.young .bar-own {
    background: repeating-linear-gradient(-45deg, var(--_data) 0 2px, var(--_data-soft) 2px 5px);
    border: 1px dashed var(--_data);
  }
  .bar.quiet .bar-own {
    background: color-mix(in oklab, var(--_data) 45%, var(--_surface));
  }

  .range {
    height: 1rem;
    background: linear-gradient(var(--_rule), var(--_rule)) center / 100% 1px no-repeat;
  }
  .range > span {
    position: absolute;
    box-sizing: border-box;
  }
  .range-interval {
    top: calc(50% - 1px);
    left: calc(var(--low) * 100%);
    width: max(2px, calc((var(--high) - var(--low)) * 100%));
    border-top: 2px solid var(--_data);
  }
  .range-dot {
    top: calc(50% - 4px);
    left: calc(var(--at) * 100% - 4px);
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_data);
    border: 1.5px solid var(--_data);
  }
  .range.young .range-interval {
    border-top-style: dashed;
    border-top-width: 1.5px;
  }
  .range.young .range-dot {
    background: var(--_surface);
  }
  .range-projected {
    top: calc(50% - 3.5px);
    left: calc(var(--at) * 100% - 3.5px);
    width: 7px;
    height: 7px;
    rotate: 45deg;
    background: var(--_surface);
    border: 1.5px solid var(--_ink-muted);
  }
  .range-target {
    top: 0;
    left: calc(var(--at) * 100% - 1px);
    height: 100%;
    border-left: 2px solid var(--_signal);
  }
  .range-reference {
    top: 0;
    left: calc(var(--at) * 100%);
    height: 100%;
    border-left: 1px solid var(--_ink-muted);
  }
  .range.quiet .range-dot,
  .range.quiet .range-interval {
    opacity: 0.5;
  }
  .missing {
    color: var(--_ink-muted);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
