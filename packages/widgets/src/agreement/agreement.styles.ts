import { css } from 'lit';

export const agreementStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-6);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-1) var(--_space-3);
    margin: 0;
  }
  .name > [role='heading'] {
    font: 600 1.75rem / 1.15 var(--_font-title);
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .name a {
    color: inherit;
    text-decoration-color: var(--_ink-muted);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .version {
    color: var(--_ink-soft);
  }
  .draft {
    padding: 0.0625rem 0.4375rem;
    border: 1px dashed var(--_signal);
    border-radius: var(--_radius);
    color: var(--_signal);
    font-size: var(--_text-xs);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  .when {
    margin: 0;
    color: var(--_ink-muted);
    font-size: var(--_text-s);
  }
  .when .count {
    white-space: nowrap;
  }
  .when b {
    color: var(--_ink);
    font-weight: 500;
  }
`;
