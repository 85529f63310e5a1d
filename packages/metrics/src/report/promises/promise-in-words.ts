import { minorDigits } from '@sameteam/agreement';
import { figureText } from '../figure-in-words.ts';
import type { KeptPromise } from './run-promises.ts';

/** A promise and how it was kept, in a sentence that both teams can read. */
export function promiseInWords(promise: Omit<KeptPromise, 'sentence'>): string {
  const { of, periods, kept, judged, per, isOfSome } = promise;
  const what = `${of} promised ${promisedInWords(promise)}`;
  if (isOfSome) return `${what}, of some leads only: a report cannot tell those from the others, so it is not judged.`;
  if (judged === 0) return `${what}. No ${per} can be judged yet.`;
  const last = periods.findLast((period) => period.kept !== null);
  const at = last === undefined ? '' : ` Last: ${last.period} with ${valueText(promise, last.value)}.`;
  return `${what}. Kept in ${kept} of ${judged} ${per}s.${at}`;
}

/**
 * What was promised, without who promised it and how it was kept.
 * @example
 * const { promises } = await runPromises(engine, {}, { nowMs });
 * promises.map(promisedInWords) // ['MQL to SAL of at least 50.0 % each month']
 */
export function promisedInWords(promise: Omit<KeptPromise, 'sentence' | 'periods' | 'kept' | 'judged'>): string {
  const { label, readiness, atLeast, atMost, per, unit } = promise;
  const least = atLeast === null ? null : `at least ${boundText(promise, atLeast)}`;
  const most = atMost === null ? null : `at most ${boundText(promise, atMost)}`;
  const bounds = [least, most].filter((bound) => bound !== null).join(' and ');
  if (readiness !== null) return `${bounds} MQLs that are ${readiness} each ${per}`;
  return unit === 'leads' ? `${bounds} ${label} each ${per}` : `${label} of ${bounds} each ${per}`;
}

/** A bound as the agreement writes it: money in units of the currency. */
function boundText({ unit, currency }: Pick<KeptPromise, 'unit' | 'currency'>, bound: number): string {
  const scale = unit === 'money' && currency !== null ? 10 ** minorDigits(currency) : 1;
  return valueText({ unit, currency }, bound * scale);
}

function valueText({ unit, currency }: Pick<KeptPromise, 'unit' | 'currency'>, value: number | null): string {
  if (value === null) return 'nothing';
  return figureText(unit, value, currency);
}
