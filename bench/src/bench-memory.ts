import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine, parsePlan, unpackEvents } from '@sameteam/metrics';
import { eventRank } from '@sameteam/model';
import { op, table } from 'arquero';
import { eventsPerLead, leadLogBatch } from './lead-log.ts';
import { best } from './measure.ts';
import { count, ms, printFigures } from './table.ts';

const stageRanks = [
  eventRank('lead.captured'),
  eventRank('lead.qualified'),
  eventRank('lead.handed_off'),
  eventRank('lead.accepted'),
];
const goal = { timesFaster: 5, timesLoops: 3 };

/** The columns of a log, as an analyst would hold them. */
interface LogColumns {
  readonly lead: Int32Array;
  readonly type: Uint8Array;
  readonly time: Float64Array;
  /** Channel of a capture; the empty text elsewhere. */
  readonly channel: readonly string[];
}

/** The memory engine from the log to a funnel by channel, beside arquero and beside plain loops over typed arrays. */
export async function benchMemory(events: number, runs: number): Promise<void> {
  const leads = events / eventsPerLead;
  const batch = leadLogBatch(0, leads);
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  const session = await engine.beginImport({ recordedMs: Date.UTC(2026, 0, 1) });
  await session.append(batch);
  await session.commit({ files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 });
  const plan = parsePlan(
    { metrics: ['captured', 'qualified', 'handed_off', 'accepted'], by: ['source.channel'] },
    { zone: defaultAgreement.timeZone, nowMs: Date.UTC(2027, 6, 1) },
  );
  const columns = columnsOf(batch);
  const { cpuMs: own } = await best(runs, async () => {
    await engine.rebuild();
    return engine.run(plan);
  });
  const { cpuMs: fromFacts } = await best(runs, () => engine.run(plan));
  const { cpuMs: arqueroMs } = await best(runs, async () => arqueroFunnel(columns));
  const { cpuMs: loops } = await best(runs, async () => loopFunnel(columns, leads));
  const expected = JSON.stringify(loopFunnel(columns, leads));
  for (const [name, found] of [
    ['arquero', arqueroFunnel(columns)],
    ['memory', ownFunnel(await engine.run(plan))],
  ] as const) {
    if (JSON.stringify(found) !== expected)
      throw new Error(`${name} gives another funnel: ${JSON.stringify(found)} and not ${expected}`);
  }
  printFigures(
    `Memory engine, ${count(events)} events of ${count(leads)} leads: fold the log and count a funnel by channel (processor time, best of ${runs})`,
    [
      { what: 'plain loops over typed arrays, this funnel only', value: ms(loops), against: '', isMet: null },
      { what: 'arquero 7', value: ms(arqueroMs), against: 'the peer', isMet: null },
      {
        what: 'memory engine, its fold as far as the funnel asks, and the funnel',
        value: ms(own),
        against: `${(arqueroMs / own).toFixed(1)} times as fast as arquero, at least ${goal.timesFaster}`,
        isMet: arqueroMs / own >= goal.timesFaster,
      },
      {
        what: '  beside the loops',
        value: `${(own / loops).toFixed(1)} times`,
        against: `at most ${goal.timesLoops}`,
        isMet: own / loops <= goal.timesLoops,
      },
      { what: 'memory engine, the funnel from facts', value: ms(fromFacts), against: '', isMet: null },
    ],
  );
}

function columnsOf(batch: ReturnType<typeof leadLogBatch>): LogColumns {
  return {
    lead: Int32Array.from(batch.group),
    type: batch.type,
    time: batch.timeMs,
    channel: unpackEvents(batch).data.map(
      (data) => /"channel":"([^"]*)"/.exec(data.includes('"source"') ? data : '')?.[1] ?? '',
    ),
  };
}

type Funnel = readonly (readonly [channel: string, ...counts: number[]])[];

function arqueroFunnel({ lead, type, time, channel }: LogColumns): Funnel {
  const log = table({ lead, type, time, channel: channel as string[] });
  const firsts = stageRanks.map((rank, index) =>
    log
      .params({ rank })
      .filter((d: { type: number }, $: { rank: number }) => d.type === $.rank)
      .groupby('lead')
      .rollup({
        [`stage${index}`]: (d: { time: number }) => op.min(d.time),
        ...(index === 0 ? { channel: (d: { channel: string }) => op.any(d.channel) } : {}),
      }),
  );
  const [captured, ...later] = firsts as [(typeof firsts)[number], ...(typeof firsts)[number][]];
  const joined = later.reduce((left, right) => left.join_left(right, 'lead'), captured);
  const counted = joined
    .groupby('channel')
    .rollup({
      captured: (d: { stage0: number }) => op.valid(d.stage0),
      mql: (d: { stage1: number }) => op.valid(d.stage1),
      handedOff: (d: { stage2: number }) => op.valid(d.stage2),
      accepted: (d: { stage3: number }) => op.valid(d.stage3),
    })
    .orderby('channel');
  return (
    counted.objects() as { channel: string; captured: number; mql: number; handedOff: number; accepted: number }[]
  ).map((row) => [row.channel, row.captured, row.mql, row.handedOff, row.accepted] as const);
}

function loopFunnel({ lead, type, time, channel }: LogColumns, leads: number): Funnel {
  const stageOf = new Int8Array(256).fill(-1);
  for (const [stage, rank] of stageRanks.entries()) stageOf[rank] = stage;
  const firsts = stageRanks.map(() => new Float64Array(leads).fill(Number.NaN));
  const codes = new Map<string, number>();
  const channelOf = new Int32Array(leads);
  for (let event = 0; event < lead.length; event++) {
    const stage = stageOf[type[event] as number] as number;
    if (stage === -1) continue;
    const of = lead[event] as number;
    const at = time[event] as number;
    const column = firsts[stage] as Float64Array;
    if ((column[of] as number) <= at) continue;
    column[of] = at;
    if (stage !== 0) continue;
    const name = channel[event] as string;
    let code = codes.get(name);
    if (code === undefined) {
      code = codes.size;
      codes.set(name, code);
    }
    channelOf[of] = code;
  }
  const counts = stageRanks.map(() => new Float64Array(codes.size));
  for (const [stage, column] of firsts.entries()) {
    const into = counts[stage] as Float64Array;
    for (let of = 0; of < leads; of++)
      if (!Number.isNaN(column[of])) into[channelOf[of] as number] = (into[channelOf[of] as number] as number) + 1;
  }
  return [...codes]
    .map(([name, code]) => [name, ...counts.map((column) => column[code] as number)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function ownFunnel(rows: Awaited<ReturnType<ReturnType<typeof createMemoryEngine>['run']>>): Funnel {
  const byChannel = new Map<string, number[]>();
  for (const row of rows) {
    const name = row.dimensions['source.channel'] ?? '';
    // A lead that skipped a stage has passed it; the loops count events only.
    byChannel.set(name, [...(byChannel.get(name) ?? []), (row.value ?? 0) - row.implied]);
  }
  return [...byChannel].map(([name, counts]) => [name, ...counts] as const);
}
