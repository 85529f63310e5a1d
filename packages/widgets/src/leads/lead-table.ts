import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';
import { valueLabel } from '../format/value-label.ts';
import { missing } from '../marks/missing.ts';
import type { LeadLine } from './leads.data.ts';

/** What the table of leads needs. */
export interface LeadTable {
  readonly lines: readonly LeadLine[];
  readonly format: Format;
  readonly openLead: (id: string) => void;
}

/** The leads behind a number; each opens its history. */
export function leadTable({ lines, format, openLead }: LeadTable): TemplateResult {
  return html`<table class="leads">
    <thead>
      <tr>
        <th scope="col">Lead</th>
        <th scope="col">Captured</th>
        <th scope="col">Channel</th>
        <th scope="col">Came to</th>
        <th scope="col">Owner</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line) => html`<tr>
          <th scope="row">
            <button
              class="number lead"
              type="button"
              data-lead=${line.id}
              aria-label=${`${line.name}: history of the lead`}
              @click=${() => openLead(line.id)}
            >${line.name}</button>
          </th>
          <td>${line.captured === null ? missing() : format.instant(line.captured)}</td>
          <td class=${line.channel === null ? 'none' : ''}>${valueLabel(line.channel)}</td>
          <td>
            ${line.stage}${line.reached === null ? nothing : html`<span class="when">${format.instant(line.reached)}</span>`}
            ${line.isImpossible ? html`<span class="when flag">impossible order of events</span>` : nothing}
          </td>
          <td>${line.owner === null ? missing() : line.owner}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
