import { Drafter, type DraftFile, type DraftValue } from './draft.ts';
import { dealEvents } from './draft-deals.ts';
import { leadEvents } from './draft-leads.ts';
import type { GuessedTable } from './guessed-table.ts';
import type { LeadLink } from './link-tables.ts';

/**
 * Drafts one file of a map.
 * @param link how a deal finds its leads
 * @param hasDeals whether another file tells of deals: then a lead's own dates of deals are not read
 */
export function draftFile(guessed: GuessedTable, link: LeadLink | null, hasDeals: boolean): DraftFile {
  const drafter = new Drafter(guessed);
  const { table, crm, kind } = guessed;
  const key = drafter.column('key')?.heading ?? '';
  const events =
    kind === 'leads' ? leadEvents(drafter, guessed, key, hasDeals) : dealEvents(drafter, guessed, key, link);
  const rows = crm === null ? 'events' : 'records';
  const changed = rows === 'records' ? drafter.time('changed') : undefined;
  const joins: DraftValue = link?.by === 'join' ? [{ file: link.file, on: link.on, take: [link.take] }] : [];
  const unused = table.columns.map(({ heading }) => heading).filter((heading) => !drafter.used.has(heading));
  if (unused.length > 0 && crm === null)
    drafter.doubt(
      `not read: ${unused.slice(0, 12).join(', ')}${unused.length > 12 ? `, and ${unused.length - 12} more` : ''}.`,
    );
  const head = {
    match: matchOf(table.name),
    rows,
    key,
    ...(table.dialect.delimiter === ',' ? {} : { delimiter: table.dialect.delimiter }),
    ...(table.dialect.encoding === 'windows-1252' ? { encoding: table.dialect.encoding } : {}),
    ...(changed === undefined ? {} : { changed }),
    ...(link?.by === 'join' ? { joins } : {}),
  };
  const what = crm === null ? `Read by the words of its headings, as ${kind}.` : `An export of ${crm}: ${guessed.id}.`;
  const rest =
    unused.length === 0
      ? ''
      : `\nNot read: ${unused.slice(0, 40).join(', ')}${unused.length > 40 ? `, and ${unused.length - 40} more` : ''}.`;
  const how =
    rows === 'records'
      ? 'A changed row of a later export becomes update events.'
      : 'A changed row of a later export is a conflict; say `rows: records` for update events.';
  return {
    id: guessed.id,
    comment: `${what} ${how}${rest}`,
    head,
    events,
    doubts: [...guessed.doubts, ...drafter.doubts],
  };
}

/** A pattern of the name that next week's export fits too: numbers may differ. */
function matchOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return base
    .replace(/[*?]/g, '?')
    .replace(/\d[\d\-_T.]*(?=\D|$)/g, (digits) => (digits.length >= 4 ? (digits.endsWith('.') ? '*.' : '*') : digits));
}
