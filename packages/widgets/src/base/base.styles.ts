import { css } from 'lit';
import { tokenStyles } from '../tokens/tokens.styles.ts';
import { stateStyles } from './state.styles.ts';

/** What all elements share: type, panel, numbers that open, buttons and focus. */
export const baseStyles = [
  tokenStyles,
  stateStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      color: var(--_ink);
      font: 400 var(--_text-m) / 1.45 var(--_font-text);
      font-variant-numeric: tabular-nums lining-nums;
      -webkit-font-smoothing: antialiased;
      text-size-adjust: 100%;
    }
    :host([hidden]) {
      display: none;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    .panel {
      position: relative;
    }
    .title {
      margin: 0;
      font: 600 var(--_text-title) / 1.25 var(--_font-title);
      letter-spacing: -0.005em;
      text-wrap: balance;
      max-width: 60rem;
    }
    .note {
      margin: var(--_space-1) 0 0;
      color: var(--_ink-muted);
      font-size: var(--_text-s);
      max-width: 60rem;
      text-wrap: pretty;
    }
    .head {
      margin-bottom: var(--_space-4);
    }
    .key {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--_space-1) var(--_space-4);
      margin: var(--_space-3) 0 0;
      padding: 0;
      color: var(--_ink-muted);
      font-size: var(--_text-xs);
      list-style: none;
    }
    .key li {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
    }
    .key .bar,
    .key .range {
      width: 1.6rem;
      height: 0.625rem;
    }

    button {
      font: inherit;
      font-variant-numeric: inherit;
      color: inherit;
    }
    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
      border-radius: 2px;
    }
    .number {
      min-height: 1.5rem;
      min-width: 1.5rem;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      text-align: inherit;
      white-space: nowrap;
      cursor: pointer;
      text-decoration: underline transparent;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.22em;
      transition: text-decoration-color 120ms;
    }
    .number:hover {
      text-decoration-color: currentColor;
    }
    .figure {
      white-space: nowrap;
    }
    .unit {
      color: var(--_ink-muted);
      font-weight: 400;
      word-spacing: -0.08em;
    }
    .action {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-height: 1.875rem;
      padding: 0.1875rem 0.625rem;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_ink);
      font-size: var(--_text-s);
      font-weight: 500;
      cursor: pointer;
    }
    .action:hover {
      background: var(--_sunken);
    }
    .link {
      min-height: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_data);
      font-size: var(--_text-s);
      font-weight: 500;
      cursor: pointer;
      text-decoration: underline;
      text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
      text-underline-offset: 0.22em;
    }
    .link:hover {
      text-decoration-color: currentColor;
    }

    .panel.asking > .content {
      opacity: 0.55;
      transition: opacity 150ms 200ms;
    }

    @media (prefers-reduced-motion: reduce) {
      * {
        transition: none !important;
      }
    }
    @container (max-width: 30rem) {
      .title {
        font-size: 1.1875rem;
      }
    }
    @media print {
      .no-print {
        display: none !important;
      }
      .panel {
        break-inside: avoid;
      }
    }
  `,
];
