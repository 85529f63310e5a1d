import { html, type TemplateResult } from 'lit';
import { cssVars } from '../marks/css-vars.ts';

/** A grey line in the place of text or numbers that are on their way. Sizes are CSS lengths. */
export function skeleton(wide: string, high = '0.875rem'): TemplateResult {
  return html`<span class="skeleton" aria-hidden="true" ${cssVars({ '--wide': wide, '--high': high })}></span>`;
}
