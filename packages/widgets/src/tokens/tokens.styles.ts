import { css, unsafeCSS } from 'lit';
import { tokenDeclarations } from './tokens.ts';

/**
 * The tokens on an element's host. Light or dark is the `color-scheme` in force: the page's own, or that of a
 * `theme` attribute (`light`, `dark`, or `auto` for the reader's preference).
 */
export const tokenStyles = css`
  :host {
    ${unsafeCSS(tokenDeclarations())}
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  @media print {
    :host {
      color-scheme: light !important;
    }
  }
`;
