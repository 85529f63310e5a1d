import { compareUtf8 } from '@sameteam/model';
import type { MemoryStore } from './memory-import.ts';
import { visibleLog } from './visible-log.ts';

/** The opportunities that are linked to a lead, or to what is counted as the same record. */
export function linkedOpportunities({ log, imports }: MemoryStore, lead: string): readonly string[] {
  const { mask, roots } = visibleLog(log, imports, {
    asOfMs: Number.POSITIVE_INFINITY,
    knownAtMs: null,
    version: null,
  });
  const rootOf = (record: number) => roots.get(record) ?? record;
  const code = log.subjects.find(lead);
  if (code === undefined) return [];
  const linked = log.links.filter((link) => mask?.[link.event] !== 0 && rootOf(link.lead) === rootOf(code));
  return [...new Set(linked.map(({ opportunity }) => log.subjects.text(opportunity) as string))].sort(compareUtf8);
}
