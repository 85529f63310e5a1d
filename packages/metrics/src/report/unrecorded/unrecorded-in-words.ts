import type { Agreement } from '@sameteam/agreement';
import { clauseRecords } from './clause-records.ts';
import { recordKind, recordKindIds } from './record-kinds.ts';

/**
 * What was never recorded, as it stands before what it means: `No attempt of a rep was ever recorded (lead.attempted)`.
 * @param ids as in `unrecorded` of a row
 * @example unrecordedInWords(['spend']) // ['No spend was ever recorded (campaign.spent)']
 */
export function unrecordedInWords(ids: readonly string[]): readonly string[] {
  return recordKindIds
    .filter((id) => ids.includes(id))
    .map((id) => {
      const { noun, events } = recordKind(id);
      return `No ${noun} was ever recorded (${events.join(', ')})`;
    });
}

/**
 * What to do about it, and what the number is until then.
 * @example `${unrecordedInWords(['spend']).join('. ')}. ${unrecordedRemedy}`
 */
export const unrecordedRemedy =
  'Until that is in the data, the number tells of the data and not of the teams: record it, or map its column on import.';

/**
 * Why there are no entries of the SLA: which event starts the clock of each clause that promises a time.
 * @param clauses addresses; of all clauses where there are none
 * @returns `null` for an agreement without such a clause
 * @example
 * const agreement = defineAgreement({
 *   teams: { sales: {} }, readiness: { raw: {} }, reasons: {},
 *   sla: { call: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wd' } },
 * });
 * clocksInWords(agreement) // 'No clock of the SLA has started. That of sla.call starts with lead.assigned, after a hand-off (lead.handed_off).'
 */
export function clocksInWords(agreement: Pick<Agreement, 'sla'>, clauses: readonly string[] = []): string | null {
  const told = clauseRecords(agreement)
    .filter(({ clause }) => clauses.length === 0 || clauses.includes(clause))
    .map(({ clause, from, starts }) => {
      const after =
        starts.includes('hand_offs') && from !== 'lead.handed_off' ? ', after a hand-off (lead.handed_off)' : '';
      return `that of ${clause} starts with ${from}${after}`;
    })
    .join('; ');
  return told === '' ? null : `No clock of the SLA has started. ${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}
