import type { HistoryEvent } from '@sameteam/api/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../format/create-format.ts';
import { sentenceStart } from '../format/value-label.ts';
import { eventFields, eventName } from './history.data.ts';

/** Everything that happened to a lead, first to last. */
export function leadHistory(events: readonly HistoryEvent[], format: Format): TemplateResult {
  return html`<ol class="history">
    ${events.map(
      (event) => html`<li class=${event.retracted ? 'retracted' : ''}>
        <p class="event">
          <b>${sentenceStart(eventName(event.type))}</b>
          <time datetime=${event.time}>${format.instant(event.time)}</time>
        </p>
        ${event.retracted ? html`<p class="taken-back">Taken back: it counts nowhere.</p>` : nothing}
        ${fields(event)}
        <p class="origin">
          from ${event.source}, recorded ${format.instant(event.recordedtime)} by import ${event.import}
        </p>
      </li>`,
    )}
  </ol>`;
}

function fields({ data }: HistoryEvent): TemplateResult | typeof nothing {
  const all = eventFields(data);
  if (all.length === 0) return nothing;
  return html`<dl class="fields">${all.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`;
}
