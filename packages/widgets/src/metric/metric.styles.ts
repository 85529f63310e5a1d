import { css } from 'lit';

export const metricStyles = css`
  .label {
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
    font-weight: 500;
    line-height: 1.35;
  }
  .big {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-2);
    min-height: 2.75rem;
    margin-top: var(--_space-1);
  }
  .big > .number,
  .big > .skeleton {
    font-size: var(--_text-figure);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.022em;
    text-align: left;
  }
  .big .unit {
    font-size: 0.6em;
    letter-spacing: 0;
  }
  .projected {
    color: var(--_ink-muted);
    font-size: var(--_text-s);
    white-space: nowrap;
  }
  .spread {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    min-height: 1.25rem;
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    white-space: nowrap;
  }
  .spread > .range {
    flex: 1 1 3.5rem;
    max-width: 7rem;
  }
  .spread > .skeleton {
    max-width: 9rem;
  }
  .caption,
  .clause {
    margin: 0.125rem 0 0;
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
  }
  .clause {
    display: block;
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.6875rem;
    overflow-wrap: anywhere;
  }
  .target {
    color: var(--_signal);
  }
  .notice-line {
    font-size: var(--_text-xs);
  }
`;
