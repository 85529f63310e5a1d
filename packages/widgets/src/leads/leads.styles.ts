import { css } from 'lit';

export const leadsStyles = css`
  :host {
    display: contents;
  }
  dialog {
    position: fixed;
    inset: 0 0 0 auto;
    width: min(47rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-left: 1px solid var(--_rule);
    background: var(--_surface);
    color: var(--_ink);
    font: 400 var(--_text-m) / 1.45 var(--_font-text);
    font-variant-numeric: tabular-nums lining-nums;
    box-shadow: -12px 0 40px rgb(0 0 0 / 0.14);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog[open] {
    animation: enters 160ms ease-out;
  }
  dialog::backdrop {
    background: rgb(16 18 22 / 0.38);
  }
  @keyframes enters {
    from {
      opacity: 0;
      translate: 1.5rem 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
  .sheet {
    min-height: 100%;
    padding: 0 var(--_space-6) var(--_space-8);
    container-type: inline-size;
  }
  .sheet-head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--_space-4);
    padding: var(--_space-4) 0 var(--_space-3);
    border-bottom: 1px solid var(--_ink);
    background: var(--_surface);
  }
  h2,
  h3 {
    margin: 0;
    font: 600 var(--_text-title) / 1.25 var(--_font-title);
  }
  h3 {
    margin: var(--_space-3) 0 var(--_space-4);
    font-size: var(--_text-l);
    overflow-wrap: anywhere;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .context {
    margin: var(--_space-1) 0 0;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  .close {
    width: 1.875rem;
    padding: 0;
    justify-content: center;
  }
  .close path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .value {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    margin: var(--_space-4) 0 var(--_space-3);
    font-size: var(--_text-figure);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.022em;
  }
  .value .unit {
    font-size: 0.6em;
    letter-spacing: 0;
  }
  .value .projected {
    color: var(--_ink-muted);
    font-size: var(--_text-m);
    font-weight: 400;
    letter-spacing: 0;
  }
  dl {
    margin: 0;
  }
  .facts > div,
  .fields > div {
    display: grid;
    grid-template-columns: 8.5rem 1fr;
    gap: var(--_space-3);
    padding: 0.25rem 0;
  }
  .facts > div {
    border-top: 1px solid var(--_rule);
  }
  dt {
    color: var(--_ink-muted);
    font-size: var(--_text-s);
  }
  dd {
    margin: 0;
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    margin-top: var(--_space-6);
    border-bottom: 1px solid var(--_ink);
  }
  .parts button {
    display: inline-flex;
    align-items: baseline;
    gap: var(--_space-2);
    min-height: 2.25rem;
    padding: 0.25rem 0;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
    text-align: left;
    cursor: pointer;
  }
  .parts button[aria-pressed='true'] {
    border-bottom-color: var(--_data);
    color: var(--_ink);
    font-weight: 500;
  }
  .parts button:hover {
    color: var(--_ink);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_text-s);
  }
  th,
  td {
    padding: 0.3rem var(--_space-3) 0.3rem 0;
    border-bottom: 1px solid var(--_rule);
    text-align: left;
    vertical-align: baseline;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
  }
  thead th {
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    white-space: nowrap;
  }
  .leads .name {
    display: none;
  }
  .instant {
    white-space: nowrap;
  }
  .lead {
    color: var(--_data);
    font-weight: 500;
    white-space: normal;
    /* Long ids of other systems break in the middle rather than near their end. */
    text-wrap: balance;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
  }
  .when {
    display: block;
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
  }
  .flag {
    color: var(--_signal);
  }
  td.none {
    color: var(--_ink-muted);
    font-style: italic;
  }
  .more {
    margin: var(--_space-3) 0;
    color: var(--_ink-muted);
    font-size: var(--_text-s);
  }
  .waiting {
    display: grid;
    gap: var(--_space-3);
    padding-top: var(--_space-3);
  }
  @container (max-width: 38rem) {
    .leads,
    .leads tbody,
    .leads th,
    .leads td {
      display: block;
    }
    .leads thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .leads tbody tr {
      display: grid;
      grid-template: 'lead lead' 'captured stage' 'channel owner' / 1fr 1fr;
      gap: 0 var(--_space-3);
      padding: var(--_space-2) 0;
      border-bottom: 1px solid var(--_rule);
    }
    .leads tbody th,
    .leads td {
      padding: 0;
      border: 0;
    }
    .leads th {
      grid-area: lead;
    }
    .captured {
      grid-area: captured;
    }
    .stage {
      grid-area: stage;
    }
    .channel {
      grid-area: channel;
    }
    .owner {
      grid-area: owner;
    }
    .leads .name {
      display: inline;
      color: var(--_ink-muted);
      font-style: normal;
    }
    .leads .captured .name,
    .leads .stage {
      color: var(--_ink);
    }
    .leads .instant {
      display: block;
      color: var(--_ink-soft);
      font-size: var(--_text-xs);
    }
    .leads .channel,
    .leads .owner {
      font-size: var(--_text-xs);
    }
  }
  @container (max-width: 30rem) {
    .facts > div {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .fields > div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    .fields dt {
      overflow-wrap: anywhere;
    }
  }
  @media (max-width: 30rem) {
    .sheet {
      padding-inline: var(--_space-4);
    }
  }
`;
