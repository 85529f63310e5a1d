import type { ArrivalLog } from '../arrival-log.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { tryLines } from './try-lines.ts';

/** The page that leads to the others. */
export function startPage(log: ArrivalLog, url: string): Html {
  const content = html`<p>Send events to <code>${url}/v1/events</code>, or one flat lead to <code>${url}/v1/leads</code>. The answers
are those of a real server; nothing that is sent here outlives the command.</p>
${tryLines('good', url)}
<ul class="ways">
<li><a href="/good">Good</a>: what was taken, and what had been sent before.</li>
<li><a href="/bad">Bad</a>: what was not taken, with the reason and how to mend it.</li>
<li><a href="/quality">Quality</a>: how complete and how fresh it is, by source.</li>
<li><a href="/templates">Templates</a>: every type of event, as a CSV file to fill in and as an example.</li>
<li><a href="/openapi.json">openapi.json</a>: the contract, for machines.</li>
</ul>`;
  return page({ path: '/', title: 'Ready for your leads', content }, log);
}
