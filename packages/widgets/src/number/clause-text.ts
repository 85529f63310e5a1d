import { html, type TemplateResult } from 'lit';

/** The address of a clause, which breaks at its dots where it has to: `windows.` and `lead_to_win`. */
export function clauseText(address: string): TemplateResult {
  return html`<span class="clause">${address.split(/(?<=\.)/).map((part) => html`<wbr />${part}`)}</span>`;
}
