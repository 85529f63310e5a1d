import { css } from 'lit';

export const definitionsStyles = css`
  dl {
    columns: 19rem;
    column-gap: var(--_space-8);
    margin: 0;
  }
  dl > div {
    break-inside: avoid;
    padding: var(--_space-2) 0;
    border-top: 1px solid var(--_rule);
  }
  dt {
    font-size: var(--_text-s);
    font-weight: 600;
  }
  dd {
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  .clause {
    display: inline-block;
    color: var(--_ink-muted);
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.6875rem;
    overflow-wrap: anywhere;
  }
`;
