import type { Agreement, SlaClause } from '../../agreement.ts';
import { leadsInWords } from '../leads-in-words.ts';
import { metricNamed, metricValueIn } from '../metric-named.ts';
import { nameIn, teamDoing } from '../names.ts';
import { numberInWords } from '../number-in-words.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { timedWords } from './timed-sla-words.ts';

/** What one team promises the other: so many, so good, or so soon. */
export function slaWords(agreement: Agreement, name: string): readonly Phrase[] {
  const clause = agreement.sla[name];
  if (clause === undefined) return [];
  return [...promise(agreement, clause), ...meaningOf(clause)];
}

function promise(agreement: Agreement, clause: SlaClause): readonly Phrase[] {
  if ('kept' in clause) return timedWords(agreement, clause);
  const team = teamDoing(clause.of);
  const leads = leadsInWords('lead', clause.applies, agreement);
  const only = clause.applies === undefined ? '' : say`, counted over ${leads.each}${leads.when}`;
  if ('count' in clause) {
    const counts = Object.entries(clause.count).map(([what, count]) => countPhrase(agreement, what, count));
    return [say`${team} brings at least ${listed(counts, 'and')} each ${clause.per}${only}`];
  }
  const { metric, atLeast, atMost, per } = clause;
  const value = (limit: number) => metricValueIn(agreement, metric, limit);
  const bounds = [
    ...(atLeast === undefined ? [] : [`at ${value(atLeast)} or more`]),
    ...(atMost === undefined ? [] : [`at ${value(atMost)} or less`]),
  ];
  return [say`${team} keeps the ${metricNamed(agreement, metric)} ${listed(bounds, 'and')} each ${per}${only}`];
}

function countPhrase(agreement: Agreement, what: string, count: number): Phrase {
  const number = numberInWords(count);
  const noun = count === 1 ? 'lead' : 'leads';
  if (Object.hasOwn(agreement.readiness, what)) return say`${number} ${nameIn('readiness', what)} ${noun}`;
  if (what === 'qualified') return say`${number} ${{ text: 'qualified', clause: 'qualified' }} ${noun}`;
  return say`${number} ${metricNamed(agreement, what)}`;
}
