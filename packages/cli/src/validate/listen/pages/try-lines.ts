import type { ArrivalList } from '../arrival-log.ts';
import { type Html, html } from './html.ts';

/** The line that sends a first lead. */
export function firstLine(url: string): string {
  return `curl -d email=a@b.example -d source=webinar ${url}/v1/leads`;
}

const refusedLine = (url: string): string => `curl -d email=nobody -d source=webinar ${url}/v1/leads`;

/** A line to try that ends on a list. */
export function tryLines(list: ArrivalList, url: string): Html {
  const line = list === 'good' ? firstLine(url) : refusedLine(url);
  return html`<pre class="try" tabindex="0" role="region" aria-label="A line to try">${line}</pre>`;
}
