import { compareUtf8 } from '@sameteam/model';
import type { MemoryStore } from './memory-store.ts';
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
  const links = log.links.columns();
  const linked = new Set<string>();
  for (let link = 0; link < links.event.length; link++) {
    if (mask?.[links.event[link] as number] === 0 || rootOf(links.lead[link] as number) !== rootOf(code)) continue;
    linked.add(log.subjects.text(links.opportunity[link] as number) as string);
  }
  return [...linked].sort(compareUtf8);
}
