import { css } from 'lit';

/** Messages in the place of numbers, the mark of data that is not up to date, and skeletons. */
export const stateStyles = css`
  .notice {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--_space-2);
    min-height: 7.5rem;
    padding: var(--_space-1) 0 var(--_space-1) var(--_space-4);
    border-left: 3px solid var(--_edge);
    overflow-wrap: anywhere;
  }
  .notice-line {
    margin: 0;
    padding-left: var(--_space-3);
    border-left: 3px solid var(--_edge);
    color: var(--_ink-soft);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .notice-line b {
    color: var(--_ink);
    font-weight: 600;
  }
  .notice.error,
  .notice-line.error {
    border-left-color: var(--_fault);
  }
  .notice strong {
    font: 600 var(--_text-l) / 1.3 var(--_font-title);
  }
  .notice p {
    margin: 0;
    max-width: 44rem;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  .notice code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.92em;
  }
  .stale-mark {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-1) var(--_space-3);
    margin-bottom: var(--_space-3);
    padding: 0.3rem var(--_space-3);
    border-left: 3px solid var(--_signal);
    background: var(--_sunken);
    font-size: var(--_text-s);
  }
  .notice .action {
    margin-top: var(--_space-1);
  }
  .skeleton {
    display: block;
    width: var(--wide, 100%);
    height: var(--high, 0.875rem);
    border-radius: 2px;
    background: var(--_sunken);
    background-image: linear-gradient(90deg, transparent, var(--_rule), transparent);
    background-size: 40% 100%;
    background-repeat: no-repeat;
    animation: waits 1.6s linear infinite;
  }
  @keyframes waits {
    from {
      background-position: -60% 0;
    }
    to {
      background-position: 160% 0;
    }
  }
  @container (max-width: 30rem) {
    /* A finding takes three lines here, and its note as many. */
    .head > .skeleton,
    .head > .note > .skeleton {
      height: 3.75rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
      background-image: none;
    }
  }
`;
