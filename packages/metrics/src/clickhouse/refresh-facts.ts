import { eventRank } from '@sameteam/model';
import { type FactGrain, factGrains } from '../facts/schema/fact-schema.ts';
import { foldFacts } from '../facts/story/fold-facts.ts';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';
import { factWriter } from './fact-writer.ts';
import type { ImportTold } from './import-told.ts';
import { groupsAround } from './linked-groups.ts';
import { addCommonFacts, dropOlder, type FactMaking, makeFacts } from './make-facts.ts';
import { commonEvents, storyOf } from './story-chunks.ts';

/** Most subjects whose facts are refreshed; of more all are made anew. */
const mostRefreshed = 20_000;

/** Events that change what others say, or how everybody's facts are made. */
const farReaching: ReadonlySet<number> = new Set(
  (['event.retracted', 'agreement.signed', 'roster.changed', 'campaign.planned'] as const).map((type) =>
    eventRank(type),
  ),
);
/** Grains whose rows belong to nobody, and the others. */
const commonGrains = ['spend', 'pulses'] as const satisfies readonly FactGrain[];
const ownGrains = factGrains.filter((grain) => grain !== 'spend' && grain !== 'pulses');
const commonRanks: readonly number[] = (['campaign.spent', 'pulse.answered'] as const).map((type) => eventRank(type));

/**
 * Makes the facts of what an import has touched, and of all that depends on it: later and late events alike. Where an
 * import touches too much, or changes what others have said, all facts are made.
 */
export async function refreshFacts(
  database: Database,
  { subjects, ranks }: Pick<ImportTold, 'subjects' | 'ranks'>,
  making: FactMaking,
): Promise<void> {
  if (ranks.size === 0) return;
  const isFar = [...ranks].some((rank) => farReaching.has(rank));
  const around =
    isFar || subjects === null ? null : await groupsAround(database, making.visible, { subjects, most: mostRefreshed });
  if (around === null) {
    await makeFacts(database, making);
    return;
  }
  const { rules, visible, table, version } = making;
  const common = await commonEvents(database, visible);
  const log = await storyOf(database, visible, { subjects: around, common });
  const writer = factWriter(database, making);
  foldFacts(log, rules, { leads: around, opportunities: around, companies: around }, writer);
  const hasCommon = commonRanks.some((rank) => ranks.has(rank));
  if (hasCommon) addCommonFacts(common, making, writer);
  await writer.flush();
  if (hasCommon) await dropOlder(database, commonGrains.map(table), { version, owners: [''] });
  for (const owners of bindableParts(around)) await dropOlder(database, ownGrains.map(table), { version, owners });
}
