import type { ArrivalList, ArrivalLog } from '../arrival-log.ts';
import { arrivalColumns, arrivalRows } from './arrival-rows.ts';
import { countedText, countText } from './count-text.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { tryLines } from './try-lines.ts';

/** What is asked of a list after a number: rows to put before those that are there. */
export interface ArrivalNews {
  readonly title: string;
  readonly rows: string;
  readonly count: number;
  readonly good: string;
  readonly bad: string;
  readonly since: string;
  readonly limit: number;
}

/** The page of what was taken, or of what was not. */
export function arrivalsPage(list: ArrivalList, log: ArrivalLog, url: string): Html {
  const arrivals = log.list(list);
  const isEmpty = arrivals.length === 0;
  const hidden = html` hidden`;
  const heads = arrivalColumns[list].map((head) => html`<th role="columnheader" scope="col">${head}</th>`);
  const content = html`<p class="note">Newest first, times in UTC. The latest ${countText(log.limit)} are kept here, and nothing
outlives the command. The same as data: <a href="/${list}.json">/${list}.json</a>.</p>
<section data-empty${isEmpty ? null : hidden}>${emptyText(list)}${tryLines(list, url)}</section>
<table role="table" class="arrivals ${list}" data-full${isEmpty ? hidden : null}>
<caption class="hidden">${list === 'good' ? 'What was taken' : 'What was not taken'}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup" data-rows>${arrivalRows(list, arrivals)}</tbody>
</table>`;
  return page({ path: `/${list}`, title: titleOf(list, log), content, isLive: true }, log);
}

/** What came after a number, for the script of the page. */
export function arrivalNews(list: ArrivalList, log: ArrivalLog, after: number): ArrivalNews {
  const arrivals = log.list(list, after);
  return {
    title: titleOf(list, log),
    rows: arrivalRows(list, arrivals).text,
    count: arrivals.length,
    good: countText(log.total('good')),
    bad: countText(log.total('bad')),
    since: log.since,
    limit: log.limit,
  };
}

function titleOf(list: ArrivalList, log: ArrivalLog): string {
  const total = log.total(list);
  if (list === 'good') return total === 0 ? 'Nothing was taken yet' : `${countedText(total, 'item', 'items')} taken`;
  return total === 0 ? 'Nothing was refused yet' : `${countedText(total, 'item', 'items')} refused`;
}

function emptyText(list: ArrivalList): Html {
  return list === 'good'
    ? html`<p>Send a first lead. It appears here without loading the page again:</p>`
    : html`<p>What is not taken stands here, with the reason and how to mend it. This one is refused:</p>`;
}
