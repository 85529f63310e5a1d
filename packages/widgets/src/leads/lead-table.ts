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

/**
 * The leads behind a number; each opens its history. In a narrow sheet each lead is a block of its own: roles keep the
 * table a table for those who hear it.
 */
export function leadTable({ lines, format, openLead }: LeadTable): TemplateResult {
  return html`<table class="leads" role="table">
    <thead role="rowgroup">
      <tr role="row">
        ${['Lead', 'Captured', 'Channel', 'Came to', 'Owner'].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map(
        (line) => html`<tr role="row">
          <th scope="row" role="rowheader">
            <button
              class="number lead"
              type="button"
              data-lead=${line.id}
              aria-label=${`${line.name}: history of the lead`}
              @click=${() => openLead(line.id)}
            >${line.name}</button>
          </th>
          <td role="cell" class="captured">
            <span class="name" aria-hidden="true">Captured</span>
            ${line.captured === null ? missing() : html`<span class="instant">${format.instant(line.captured)}</span>`}
          </td>
          <td role="cell" class=${line.channel === null ? 'channel none' : 'channel'}>
            <span class="name" aria-hidden="true">Channel</span> ${valueLabel(line.channel)}
          </td>
          <td role="cell" class="stage">
            ${line.stage}
            ${line.reached === null ? nothing : html`<span class="instant when">${format.instant(line.reached)}</span>`}
            ${line.isImpossible ? html`<span class="when flag">impossible order of events</span>` : nothing}
          </td>
          <td role="cell" class="owner">
            <span class="name" aria-hidden="true">Owner</span> ${line.owner === null ? missing() : line.owner}
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
