import { readState, type SlotState, writeState } from './record-state.ts';

/**
 * The state of a record after an import was taken back: what it was before, with the counters of what is taken back,
 * because the retracted events stay in the log and no id may be used twice.
 * @param before state before that import; `null` when the record was new in it
 * @param undone state after that import
 * @throws ConnectorError `bad-record-state`
 * @example
 * const { state } = diffRecord(null, row, options);
 * diffRecord(restoreRecordState(null, state), row, options).events[0]?.id // 'contacts/42/lead.captured~2-…'
 */
export function restoreRecordState(before: string | null, undone: string): string {
  const later = readState(undone);
  const earlier = before === null ? { digest: '', serial: 0, slots: {}, told: {} } : readState(before);
  const slots: Record<string, SlotState> = { ...earlier.slots };
  for (const [base, { version }] of Object.entries(later.slots)) {
    const known = slots[base];
    slots[base] = { version: Math.max(version, known?.version ?? 0), live: known?.live ?? null };
  }
  return writeState({ ...earlier, serial: Math.max(earlier.serial, later.serial), slots });
}
