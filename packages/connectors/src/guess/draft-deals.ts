import type { ColumnProfile } from './column-profile.ts';
import { type DraftEvent, type Drafter, type DraftValue, group } from './draft.ts';
import type { GuessedTable } from './guessed-table.ts';
import type { LeadLink } from './link-tables.ts';

const wonWords = /\bwon\b|closedwon|gewonnen|\bganho?\b|ganada?|gagn[ée]/i;
const lostWords = /\blost\b|closedlost|verloren|perdid[oa]?|perdu/i;
const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', R$: 'BRL', $: 'USD' };

/** Drafts the events of a table of deals. */
export function dealEvents(
  drafter: Drafter,
  guessed: GuessedTable,
  key: string,
  link: LeadLink | null,
): readonly DraftEvent[] {
  const subject = `opportunity/{${key}}`;
  if (link === null)
    drafter.doubt('no column leads from a deal to its lead, so no conversion from lead to won can be computed.');
  if (link !== null) drafter.used.add(link.by === 'join' ? (Object.keys(link.on)[0] as string) : link.heading);
  const data = dealFacts(drafter, link);
  const events: DraftEvent[] = [];
  const opened = drafter.time('opened') ?? drafter.time('captured');
  if (opened !== undefined)
    events.push({
      event: {
        type: 'opportunity.opened',
        subject,
        time: opened,
        ...wrap(group({ ...data, closeDate: closeDate(drafter) })),
      },
    });
  const won = dealOutcome(drafter, guessed, 'won');
  if (won !== null) events.push({ event: { type: 'opportunity.won', subject, ...won, ...wrap(data) } });
  const lost = dealOutcome(drafter, guessed, 'lost');
  const reason = drafter.cell('reason', { case: 'snake' });
  if (lost !== null)
    events.push({ event: { type: 'opportunity.lost', subject, ...lost, ...wrap(group({ ...data, reason })) } });
  if (won === null) drafter.doubt('nothing says which deals were won, and when.');
  return events;
}

/** What is said of a deal: its leads, owner, company, amount. */
export function dealFacts(drafter: Drafter, link: LeadLink | null): { readonly [key: string]: DraftValue } | undefined {
  const companyId = drafter.column('companyId')?.heading;
  return group({
    leads: leadsOf(link),
    owner: drafter.cell('owner'),
    company: companyId === undefined ? undefined : `company/{${companyId}}`,
    amount: amount(drafter),
    pipeline: drafter.cell('pipeline'),
  });
}

function leadsOf(link: LeadLink | null): DraftValue | undefined {
  if (link === null) return undefined;
  if (link.by === 'list') return { column: link.heading, split: link.split, prefix: 'lead/' };
  return link.by === 'join' ? [`lead/{${link.file}.${link.take}}`] : [`lead/{${link.heading}}`];
}

/** When and under which condition a deal was won or lost; `null` where nothing says it. */
export function dealOutcome(
  drafter: Drafter,
  guessed: GuessedTable,
  role: 'won' | 'lost',
): { readonly time: DraftValue; readonly when: DraftValue } | null {
  const own = drafter.time(role);
  if (own !== undefined) return { time: own, when: { column: own.column as string, present: true } };
  const time = drafter.time('closed');
  if (time === undefined) return null;
  const flag = drafter.column(role === 'won' ? 'isWon' : 'isLost');
  if (flag !== undefined) return { time, when: { column: flag.heading, in: trueTexts(flag) } };
  const stage = guessed.roles.get('stage');
  if (stage === undefined) return null;
  drafter.used.add(stage.heading);
  const words = role === 'won' ? wonWords : lostWords;
  const found = [...new Set(stage.values)].filter((value) => words.test(value));
  if (found.length === 0)
    drafter.doubt(
      `no value of "${stage.heading}" in the sample sounds like ${role}; "Closed ${role === 'won' ? 'Won' : 'Lost'}" was taken.`,
    );
  return {
    time,
    when: { column: stage.heading, in: found.length === 0 ? [role === 'won' ? 'Closed Won' : 'Closed Lost'] : found },
  };
}

function trueTexts(flag: ColumnProfile): readonly string[] {
  const found = [...new Set(flag.values)].filter((value) => /^(true|yes|1|y)$/i.test(value));
  return found.length === 0 ? ['true', 'TRUE', 'Yes', '1'] : found;
}

function closeDate(drafter: Drafter): DraftValue | undefined {
  const time = drafter.time('expectedClose') ?? drafter.time('closed');
  return time === undefined ? undefined : { ...time, as: 'date' };
}

function amount(drafter: Drafter): DraftValue | undefined {
  const column = drafter.column('amount');
  if (column === undefined) return undefined;
  const { heading, values, decimal } = column;
  const currencyColumn = drafter.column('currency');
  const symbol = Object.keys(symbols).find((sign) => values.some((value) => value.includes(sign)));
  const code = /\b([A-Z]{3})\b/.exec(heading)?.[1] ?? (symbol === undefined ? undefined : symbols[symbol]);
  const hasCodes = currencyColumn?.values.every((value) => /^[A-Za-z]{3}$/.test(value)) === true;
  if (!hasCodes && code === undefined) {
    drafter.used.delete(heading);
    drafter.doubt(
      `"${heading}" was not read as the amount of a deal, because nothing says its currency. Add \`amount: { column: ${heading}, currency: EUR }\`.`,
    );
    return undefined;
  }
  if (decimal === null)
    drafter.doubt(
      `the decimal sign of "${heading}" is open (such as ${values.find((value) => /[.,]/.test(value))}); a point was taken.`,
    );
  return {
    column: heading,
    currency: hasCodes && currencyColumn !== undefined ? { column: currencyColumn.heading } : (code as string),
    ...(decimal === ',' ? { decimal } : {}),
  };
}

function wrap(data: { readonly [key: string]: DraftValue } | undefined): { readonly [key: string]: DraftValue } {
  return data === undefined ? {} : { data };
}
