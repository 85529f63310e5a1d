import type { ItemIssue } from '@sameteam/api/client';
import type { Arrival } from '../arrival.ts';
import type { ArrivalList } from '../arrival-log.ts';
import { type Html, html } from './html.ts';

/** Heads of the columns. */
export const arrivalColumns: Readonly<Record<ArrivalList, readonly string[]>> = {
  good: ['When', 'Verdict', 'What', 'From', 'As received'],
  bad: ['When', 'What', 'From', 'Why it was not taken'],
};

const kinds = { event: 'an event', lead: 'a flat lead', request: 'a request that could not be read' } as const;

/** Rows of the table of a list. The roles keep it a table where the style lays its cells one below the other. */
export function arrivalRows(list: ArrivalList, arrivals: readonly Arrival[]): Html {
  return html`${arrivals.map((it) => (list === 'good' ? goodRow(it) : badRow(it)))}`;
}

function goodRow(arrival: Arrival): Html {
  const { number, verdict, hints } = arrival;
  return html`<tr role="row" data-number="${number}">${when(arrival)}
${cell('Verdict', html`<span class="verdict ${verdict}">${verdict}</span>`)}
${cell('What', what(arrival))}${cell('From', from(arrival))}
${cell('As received', html`${hints.length > 0 ? issueList(hints) : null}${received(arrival)}`)}</tr>
`;
}

function badRow(arrival: Arrival): Html {
  const { number, issues } = arrival;
  return html`<tr role="row" data-number="${number}">${when(arrival)}
${cell('What', what(arrival))}${cell('From', from(arrival))}
${cell('Why it was not taken', html`${issueList(issues)}${received(arrival)}`)}</tr>
`;
}

function cell(head: string, content: Html): Html {
  return html`<td role="cell" data-head="${head}">${content}</td>`;
}

function when({ number, at }: Arrival): Html {
  const content = html`<time datetime="${at}" title="${at}">${at.slice(11, 19)}</time>`;
  return html`<th role="rowheader" scope="row" data-head="When">${content} <span class="number">no. ${number}</span></th>`;
}

function what({ kind, type, subject }: Arrival): Html {
  const name = type === null ? html`<span class="kind">${kinds[kind]}</span>` : html`<code>${type}</code>`;
  return subject === null ? name : html`${name} <span class="subject">${subject}</span>`;
}

function from({ source, id }: Arrival): Html {
  if (source === null && id === null) return html`<span class="none">not said</span>`;
  return html`${source === null ? null : html`<span class="source">${source}</span> `}${id === null ? null : html`<code class="id">${id}</code>`}`;
}

function issueList(issues: readonly ItemIssue[]): Html {
  return html`<ul class="issues">${issues.map(issueItem)}</ul>`;
}

function issueItem({ code, pointer, found, expected, nearest, message }: ItemIssue): Html {
  const facts: readonly (readonly [string, string | null])[] = [
    ['code', code],
    ['place', pointer],
    ['found', found],
    ['expected', expected],
    ['nearest', nearest],
  ];
  const shown = facts.filter(([, value]) => value !== null && value !== '');
  return html`<li><p>${message}</p><dl>${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`)}</dl></li>`;
}

function received({ received: text, number }: Arrival): Html {
  if (text === '') return html`<p class="none">What was sent is not kept.</p>`;
  // Long lines scroll within the box: it must be reachable without a mouse.
  return html`<details><summary>As received<span class="hidden">, no. ${number}</span></summary><pre tabindex="0" role="region" aria-label="No. ${number} as received">${text}</pre></details>`;
}
