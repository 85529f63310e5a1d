import type { Agreement } from '../agreement.ts';

/**
 * The clause at an address: keys joined by dots, entries of a list by their `id`, or by their index where they have
 * none, such as `sla.decision`, `profile.rules.size`, `windows.default`. O(length of the address × entries of lists).
 * @returns `null` when there is no such clause
 * @example clauseAt(agreement, 'windows.default') // '90d'
 */
export function clauseAt(agreement: Agreement, address: string): unknown {
  let at: unknown = agreement;
  for (const step of address.split('.')) {
    at = entryOf(at, step);
    if (at === undefined) return null;
  }
  return at;
}

function entryOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    const named = value.find((entry) => typeof entry === 'object' && entry !== null && entry.id === step);
    return named ?? (/^(?:0|[1-9][0-9]*)$/.test(step) ? value[Number(step)] : undefined);
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[step];
}
