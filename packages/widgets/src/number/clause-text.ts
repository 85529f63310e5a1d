import type { AgreementInfo } from '@sameteam/api/client';
import { html, type TemplateResult } from 'lit';

/**
 * The address of a clause, which breaks at its dots where it has to: `windows.` and `lead_to_win`. Leads to the clause
 * in the document of the agreement, where one is served.
 */
export function clauseText(address: string, { document }: Pick<AgreementInfo, 'document'>): TemplateResult {
  const text = address.split(/(?<=\.)/).map((part) => html`<wbr />${part}`);
  return document === null
    ? html`<span class="clause">${text}</span>`
    : html`<a class="clause" href="${document}#${address}" title="Read this clause of the agreement">${text}</a>`;
}
