import { defaultAgreement } from '@sameteam/agreement';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { attempted, captured, event, handedOff, leadEvent, qualified } from '../../test/support/events.ts';
import { EventBatchBuilder } from '../batch/event-batch-builder.ts';
import type { Engine } from '../engine.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { createMemoryEngine } from './memory-engine.ts';

const startMs = Date.UTC(2026, 0, 1);
const minutes = (count: number) => new Date(startMs + count * 60_000).toISOString();

async function engineOf(events: Iterable<LeadEvent>): Promise<Engine> {
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  const builder = new EventBatchBuilder();
  for (const one of events) builder.add(builder.count, one);
  const count = builder.count;
  const session = await engine.beginImport({ recordedMs: Date.UTC(2027, 0, 1) });
  await session.append(builder.take({ firstGroup: 0, groupCount: count }));
  await session.commit({ files: [], read: count, accepted: count, duplicates: 0, quarantined: 0 });
  return engine;
}

async function numbersOf(engine: Engine, metrics: readonly string[], by: readonly string[] = []) {
  const plan = parsePlan({ metrics, by }, { zone: defaultAgreement.timeZone, nowMs: Date.UTC(2027, 5, 1) });
  return (await engine.run(plan)).map(({ metric, dimensions, value }) => [metric, ...Object.values(dimensions), value]);
}

// Work that grows with the square of these numbers would not be done in time.
describe('the memory engine and a large history', { timeout: 120_000 }, () => {
  it('reports a lead with 100,000 events', async () => {
    const cycles = 33_333;
    function* history() {
      yield captured('ann', minutes(0), 'email');
      for (let cycle = 0; cycle < cycles; cycle++) {
        yield handedOff('ann', minutes(3 * cycle + 1));
        yield attempted('ann', minutes(3 * cycle + 2));
        yield leadEvent('recycled', 'ann', minutes(3 * cycle + 3), { reason: 'timing' });
      }
    }
    const engine = await engineOf(history());
    expect((await engine.status()).events).toBe(100_000);
    expect(await numbersOf(engine, ['captured', 'handed_off', 'hand_offs'])).toEqual([
      ['captured', 1],
      ['handed_off', 1],
      ['hand_offs', cycles],
    ]);
  });

  it('reports a company with 20,000 leads', async () => {
    const leads = 20_000;
    function* history() {
      yield event('company.updated', 'company/big', minutes(0), { employees: 60_000 });
      for (let lead = 1; lead <= leads; lead++) {
        yield leadEvent('captured', `${lead}`, minutes(lead), { company: { ref: 'company/big' } });
        if (lead % 4 === 0) yield qualified(`${lead}`, minutes(lead + 1));
      }
    }
    const engine = await engineOf(history());
    expect(await numbersOf(engine, ['captured', 'qualified'], ['company.size'])).toEqual([
      ['captured', '5000+', leads],
      ['qualified', '5000+', leads / 4],
    ]);
  });
});
