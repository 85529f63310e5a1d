import { html, type TemplateResult } from 'lit';
import { emDash } from '../format/create-format.ts';

/** A value that does not exist: an em dash, read out as "no value". Another thing than zero and than `unknown`. */
export function missing(why = 'no value'): TemplateResult {
  return html`<span class="missing"><span aria-hidden="true">${emDash}</span><span class="unseen">${why}</span></span>`;
}
