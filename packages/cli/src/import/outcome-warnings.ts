import type { ImportOutcome } from '@sameteam/metrics';
import { count } from './import-progress.ts';
import type { ImportWarning } from './import-tally.ts';

/** What is odd in the facts that an import touched: it was kept, and people should know. */
export function outcomeWarnings({ impossibleOrder, unknownLeads }: ImportOutcome): readonly ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (impossibleOrder > 0) {
    const [leads, they] = impossibleOrder === 1 ? ['lead has', 'It is'] : ['leads have', 'They are'];
    warnings.push({
      code: 'impossible-order',
      count: impossibleOrder,
      sentence: `${count(impossibleOrder)} ${leads} a later stage before an earlier one (such as won before captured). ${they} kept and counted, and left out of durations.`,
    });
  }
  if (unknownLeads > 0) {
    const [opportunities, name] = unknownLeads === 1 ? ['opportunity', 'names'] : ['opportunities', 'name'];
    warnings.push({
      code: 'unknown-lead',
      count: unknownLeads,
      sentence: `${count(unknownLeads)} ${opportunities} ${name} a lead that nothing else is known of. Import the file that holds these leads too.`,
    });
  }
  return warnings;
}
