import { css } from 'lit';

export const filtersStyles = css`
  .bar-of-filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    min-height: 2.5rem;
  }
  .menu {
    anchor-name: var(--anchor);
  }
  .menu b,
  .chip b {
    max-width: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
  }
  .menu .name,
  .chip .name {
    color: var(--_ink-muted);
    font-weight: 400;
  }
  .menu svg,
  .chip svg {
    width: 8px;
    height: 8px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .menu.set,
  .chip {
    border-color: var(--_data);
    background: var(--_data-soft);
  }
  .menu.set .name,
  .chip .name {
    color: var(--_ink-soft);
  }
  .count {
    margin: 0 0 0 auto;
    color: var(--_ink-muted);
    font-size: var(--_text-s);
  }
  .count b {
    color: var(--_ink);
    font-weight: 600;
  }
  [popover] {
    position: fixed;
    inset: auto;
    position-anchor: var(--anchor);
    top: calc(anchor(bottom) + 4px);
    left: anchor(left);
    position-try-fallbacks: flip-inline;
    width: min(24rem, calc(100vw - 1rem));
    max-height: min(28rem, 75dvh);
    margin: 0;
    padding: var(--_space-3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.16);
    overflow: auto;
    overscroll-behavior: contain;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--_space-2);
    font-size: var(--_text-xs);
    color: var(--_ink-muted);
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--_space-2);
    min-height: 1.875rem;
    padding: 0.125rem var(--_space-1);
    border-radius: var(--_radius);
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .option:hover {
    background: var(--_sunken);
  }
  .option.none {
    margin-top: var(--_space-1);
    border-top: 1px dashed var(--_edge);
    border-radius: 0;
    font-style: italic;
    color: var(--_ink-soft);
  }
  .option .leads {
    color: var(--_ink-muted);
    font-style: normal;
    font-size: var(--_text-s);
  }
  input {
    font: inherit;
    accent-color: var(--_data);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1rem;
    height: 1rem;
    margin: 0.25rem;
  }
  input[type='search'],
  input[type='date'] {
    width: 100%;
    min-height: 2rem;
    padding: 0.125rem var(--_space-2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_text-s);
  }
  input[type='search'] {
    margin-bottom: var(--_space-2);
  }
  .days {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space-2);
    margin-top: var(--_space-2);
    padding-top: var(--_space-3);
    border-top: 1px solid var(--_rule);
  }
  .days label {
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
  }
  .foot {
    display: flex;
    justify-content: space-between;
    margin-top: var(--_space-2);
    padding-top: var(--_space-2);
    border-top: 1px solid var(--_rule);
  }
  .printed {
    display: none;
  }
  @container (max-width: 40rem) {
    .count {
      width: 100%;
      margin: 0;
    }
  }
  @media print {
    .printed {
      display: block;
      margin: 0;
      color: var(--_ink-soft);
      font-size: var(--_text-s);
    }
  }
`;
