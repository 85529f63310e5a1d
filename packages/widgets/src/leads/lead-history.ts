import type { HistoryEvent } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';
import { sentenceStart } from '../format/value-label.ts';
import { eventFields, eventName } from './history.data.ts';

/** What a history is drawn with. */
export interface DrawnHistory {
  /** Whose it is: what happened to another subject, such as its opportunity, names that one. */
  readonly lead: string;
  readonly events: readonly HistoryEvent[];
  readonly format: Format;
}

/** Everything that happened to a lead, first to last. */
export function leadHistory({ lead, events, format }: DrawnHistory): TemplateResult {
  return html`<ol class="history">
    ${events.map(
      (event) => html`<li class=${event.retracted ? 'retracted' : ''}>
        <p class="event">
          <span>
            <b>${sentenceStart(eventName(event.type))}</b>
            ${event.subject === lead ? nothing : html`<span class="subject">${event.subject}</span>`}
          </span>
          <time datetime=${event.time}>${format.instant(event.time)}</time>
        </p>
        ${event.retracted ? html`<p class="taken-back">Taken back: it counts nowhere.</p>` : nothing}
        ${fields(event, format)}
        <p class="origin">
          from ${event.source}, recorded ${format.instant(event.recordedtime)} by import ${event.import}
        </p>
      </li>`,
    )}
  </ol>`;
}

function fields({ data }: HistoryEvent, format: Format): TemplateResult | typeof nothing {
  const all = eventFields(data, format);
  if (all.length === 0) return nothing;
  return html`<dl class="fields">${all.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`;
}
