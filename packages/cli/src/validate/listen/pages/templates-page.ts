import { eventCatalog, eventTypes } from '@sameteam/model';
import type { ArrivalLog } from '../arrival-log.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** The page of what can be sent: every type of event, with a CSV file to fill in and an example. */
export function templatesPage(log: ArrivalLog): Html {
  const rows = eventTypes.map(
    (type) => html`<tr><th scope="row"><code>${type}</code></th><td>${eventCatalog[type].data.description ?? ''}</td>
<td><a href="/templates/${type}.csv">CSV<span class="hidden"> of ${type}</span></a></td>
<td><a href="/templates/${type}.json">JSON<span class="hidden"> of ${type}</span></a></td></tr>
`,
  );
  const heads = ['Event', 'What it says', 'To fill in', 'Example'].map((head) => html`<th scope="col">${head}</th>`);
  const content = html`<p class="note">A CSV file has all columns and one row as an example: delete what you do not need. An example has
every field.</p>
<table class="templates"><caption class="hidden">Events and their templates</caption>
<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  return page({ path: '/templates', title: 'What can be sent', content }, log);
}
