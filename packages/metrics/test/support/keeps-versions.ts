import type { AgreementInput } from '@sameteam/agreement';
import { appendEvents, type Engine, MetricsError, parsePlan } from '@sameteam/metrics';
import type { JudgingOptions, KeptAgreements } from '@sameteam/metrics/duckdb';
import { expect, it } from 'vitest';
import { agreementWith } from './agreements.ts';
import { attempted, captured, handedOff } from './events.ts';

const recordedMs = Date.UTC(2027, 0, 1);

/** The first attempt is owed within so many hours, and a lead has as many days to be won. */
const version = (number: number, hours: number, given: Partial<AgreementInput> = {}) =>
  agreementWith({
    version: number,
    windows: { lead_to_win: `${hours}d` },
    sla: { first_attempt: { of: 'sales', from: 'lead.handed_off', kept: { attempt: {} }, within: `${hours}h` } },
    ...given,
  });
const withoutRival: Partial<AgreementInput> = {
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  exclusions: [{ id: 'out', when: { field: 'source.channel', is: 'rival' }, then: 'disqualify' }],
};
/** The only one that leaves a channel out. */
const first = version(1, 24, withoutRival);
const second = version(2, 48);
const third = version(3, 6);

const log = [
  captured('ann', '2026-01-01', 'email'),
  handedOff('ann', '2026-01-10'),
  attempted('ann', '2026-01-11T12:00:00Z'),
  captured('rob', '2026-01-01', 'rival'),
];

const signature = (text: string) => ({ file: `${text}.signature`, text });

/**
 * What every engine promises of the versions that came with an import: that its store keeps them, with their signatures.
 * @param storeOf makes a way to open one and the same store again and again
 */
export function keepsVersions(storeOf: () => (judging: JudgingOptions) => Promise<Engine>): void {
  /** How many hand-offs a version says were attempted in time. */
  async function kept(engine: Engine, asked: number | null) {
    const of = { metrics: ['sla_attainment'], ...(asked === null ? {} : { version: asked }) };
    const [row] = await engine.run(parsePlan(of, { zone: engine.agreement.timeZone, nowMs: recordedMs }));
    return row?.numerator;
  }

  /** How many leads count by a version, and how many it leaves out. */
  async function counted(engine: Engine, asked: number) {
    const of = { metrics: ['captured'], version: asked };
    const [row] = await engine.run(parsePlan(of, { zone: engine.agreement.timeZone, nowMs: recordedMs }));
    return [row?.value, row?.excluded];
  }

  /** Whether the first lead has had the window of a version after 40 days. */
  async function isMature(engine: Engine, asked: number) {
    const of = { metrics: ['lead_to_win_rate'], asOf: '2026-02-10', version: asked };
    const [row] = await engine.run(parsePlan(of, { zone: engine.agreement.timeZone, nowMs: recordedMs }));
    return row?.mature;
  }

  /** What a store tells the one who decides by what it is judged. */
  async function told(open: (judging: JudgingOptions) => Promise<Engine>): Promise<KeptAgreements> {
    let found: KeptAgreements | null = null;
    const engine = await open({
      judging: async (keeps) => {
        found = keeps;
        return {};
      },
    });
    await engine.close();
    if (found === null) throw new Error('Nobody was asked.');
    return found;
  }

  it('keeps the versions that were given with an import, and judges by any of them from then on', async () => {
    const open = storeOf();
    const versions = [
      { agreement: second, signatures: [signature('sales 2')] },
      { agreement: first, signatures: [] },
    ];
    const engine = await open({ judging: async () => ({ agreement: second, versions }) });
    await appendEvents(engine, log, { recordedMs, id: 'a' });
    expect([await kept(engine, null), await kept(engine, 1), await kept(engine, 2)]).toEqual([1, 0, 1]);
    await engine.close();

    const again = await open({});
    expect(again.agreement).toEqual(second);
    expect([await isMature(again, 1), await isMature(again, 2)]).toEqual([true, false]);
    expect([await counted(again, 1), await counted(again, 2)]).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect([await kept(again, null), await kept(again, 1), await kept(again, 2)]).toEqual([1, 0, 1]);
    const unknown = await kept(again, 3).catch((cause: unknown) => cause);
    expect(unknown).toBeInstanceOf(MetricsError);
    expect(unknown).toMatchObject({ code: 'unknown-version', params: { version: 3, known: [1, 2] } });
    await again.close();
    expect(await told(open)).toEqual({
      agreement: second,
      versions: [{ agreement: first, signatures: [] }, versions[0]],
    });
  });

  it('adds signatures to those that it keeps, each once, and none that could not be read', async () => {
    const open = storeOf();
    const give = async (id: string, texts: readonly string[]) => {
      const signatures = [...texts.map(signature), { file: 'folder', text: '', unreadable: true }];
      // The same document may stand in two files, with signatures beside each.
      const versions = signatures.map((one) => ({ agreement: first, signatures: [one] }));
      const engine = await open({ judging: async () => ({ agreement: first, versions }) });
      await appendEvents(engine, [captured(id, '2026-01-01', 'email')], { recordedMs, id });
      await engine.close();
    };
    await give('a', ['sales']);
    await give('b', ['sales', 'marketing']);
    await give('c', []);
    await give('d', ['chief', 'head', 'chief']);
    expect(await told(open)).toEqual({
      agreement: first,
      versions: [
        {
          agreement: first,
          signatures: [signature('sales'), signature('marketing'), signature('chief'), signature('head')],
        },
      ],
    });
  });

  it('keeps nothing of what nobody imported with', async () => {
    const open = storeOf();
    const engine = await open({ agreement: first });
    await appendEvents(engine, log, { recordedMs, id: 'a' });
    await engine.close();
    const versions = [{ agreement: third, signatures: [signature('sales 3')] }];
    const trying = await open({ judging: async () => ({ agreement: second, versions }) });
    expect([await kept(trying, 1), await kept(trying, 2), await kept(trying, 3)]).toEqual([0, 1, 0]);
    await trying.close();
    expect(await told(open)).toEqual({ agreement: first, versions: [{ agreement: first, signatures: [] }] });
  });

  it('does not judge by a version of another agreement that was tried on the same store', async () => {
    const open = storeOf();
    const tried = await open({ agreement: version(1, 24, { name: 'Tried' }) });
    await appendEvents(tried, log, { recordedMs, id: 'a' });
    await tried.close();
    const engine = await open({ agreement: second });
    await expect(kept(engine, 1)).rejects.toMatchObject({
      code: 'unknown-version',
      params: { version: 1, known: [2] },
    });
    await engine.close();
  });

  it('says that it keeps none before there was an import', async () => {
    expect(await told(storeOf())).toEqual({ agreement: null, versions: [] });
  });
}
