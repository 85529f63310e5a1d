import { readFileSync } from 'node:fs';
import { eventTypes, type LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { EventBatchBuilder } from '../../src/batch/event-batch-builder.ts';
import { unpackEvents } from '../../src/batch/pack-events.ts';
import { type FactGrain, factGrains, factSchema } from '../../src/facts/schema/fact-schema.ts';
import { foldFacts } from '../../src/facts/story/fold-facts.ts';
import { MemoryLog } from '../../src/memory/log.ts';
import { visibleLog } from '../../src/memory/visible-log.ts';
import { visibleStory } from '../../src/memory/visible-story.ts';
import { foldVersion } from '../../src/store/fold-version.ts';
import { sha256 } from '../../src/store/sha256.ts';
import { fixedJudges } from './fixed-agreement.ts';

type Row = Readonly<Record<string, unknown>>;
type Digests = Readonly<Record<FactGrain, string>>;

const readText = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
/**
 * The log never changes; where a column comes to be that nothing in it fills, events are added to its end. It holds the
 * golden events of every type, a simulated company, random deliveries, and at the end what those did not say.
 */
const events = readText('fixed-log.ndjson')
  .trimEnd()
  .split('\n')
  .map((line): LeadEvent => JSON.parse(line));

/** What the folds make of the fixed log. */
const factsOfLog: ReadonlyMap<FactGrain, readonly Row[]> = (() => {
  const builder = new EventBatchBuilder();
  for (const event of events) builder.add(0, event);
  const batch = unpackEvents(builder.take({ firstGroup: 0, groupCount: 1 }));
  const log = new MemoryLog();
  for (let index = 0; index < batch.count; index++) log.append(batch, index, 0);
  const bounds = { asOfMs: Date.UTC(2027, 0, 1), knownAtMs: null, version: null };
  const story = visibleStory(visibleLog(log, [{ id: 'fixed', recordedMs: 0, undoneMs: null }], bounds));
  const rows = new Map<FactGrain, Row[]>(factGrains.map((grain) => [grain, []]));
  const rootOf = (subject: string) => {
    const code = story.codeOf(subject);
    return code < 0 ? subject : story.subjects(code);
  };
  foldFacts(
    story,
    { ...fixedJudges, holidays: null, asOfMs: bounds.asOfMs, rootOf },
    { leads: 'all', opportunities: 'all', companies: 'all' },
    { add: (grain, row) => rows.get(grain)?.push(row) },
  );
  return rows;
})();

/** A row as one text, whatever the order of its columns. */
const textOf = (grain: FactGrain, row: Row): string =>
  JSON.stringify(
    Object.keys(factSchema[grain])
      .sort()
      .flatMap((column) => (row[column] === null || row[column] === undefined ? [] : [[column, row[column]]])),
  );

const digestsNow = Object.fromEntries(
  factGrains.map((grain) => {
    const rows = (factsOfLog.get(grain) ?? []).map((row) => textOf(grain, row));
    return [grain, sha256(rows.sort().join('\n')).slice(0, 16)];
  }),
) as Digests;

/** Facts of the fixed log under each number that there was, the newest last. */
const versions: readonly { readonly foldVersion: number; readonly facts: Digests }[] = JSON.parse(
  readText('fold-versions.json'),
);

describe('foldVersion', () => {
  it('is raised with each change of what the folds say', () => {
    const kept = versions.at(-1);
    const next = { foldVersion: (kept?.foldVersion ?? 0) + 1, facts: digestsNow };
    expect(
      kept?.facts,
      `The folds say something else of the same events. Stores keep facts by the old meaning until foldVersion in
src/store/fold-version.ts is raised: set it to ${next.foldVersion}, and add this to test/store/fold-versions.json:
${JSON.stringify(next)}
`,
    ).toEqual(digestsNow);
    expect(kept?.foldVersion).toBe(foldVersion);
  });

  it('stands for one meaning, and never comes back', () => {
    expect(versions.map((version) => version.foldVersion)).toEqual(versions.map((_, index) => index + 1));
    expect(new Set(versions.map(({ facts }) => JSON.stringify(facts))).size).toBe(versions.length);
  });
});

describe('the log by which foldVersion is held', () => {
  it('has events of every type', () => {
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(eventTypes));
  });

  it.each(factGrains)('says something in every column of %s', (grain) => {
    const rows = factsOfLog.get(grain) ?? [];
    const isSaid = (column: string) => rows.some((row) => row[column] !== null && row[column] !== undefined);
    // What a campaign costs and what a team answers is never taken out, nor of a segment.
    const never = grain === 'spend' || grain === 'pulses' ? ['excluded', 'segment'] : [];
    expect(Object.keys(factSchema[grain]).filter((column) => !isSaid(column))).toEqual(never);
  });
});
