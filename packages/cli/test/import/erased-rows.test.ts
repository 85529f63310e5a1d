import { appendEvents } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { goodLeads, leadsMap, testImport } from '../support/test-import.ts';

function erasureOf(subject: string): LeadEvent {
  const time = '2026-04-01T00:00:00Z';
  const data = { ground: 'gdpr_17_1_b' };
  const result = validateEvent({
    specversion: '1.0',
    id: `erase ${subject}`,
    source: 'desk',
    type: 'record.erased',
    subject,
    time,
    data,
  });
  if (!result.success) throw new Error(result.issues[0]?.message);
  return result.event;
}

async function erase(path: string, subject: string): Promise<void> {
  const engine = await openDuckDbEngine({ path });
  await appendEvents(engine, [erasureOf(subject)], { recordedMs: Date.UTC(2026, 3, 1) });
  await engine.close();
}

const message =
  'This row is about a record whose personal data was erased. Nothing of it was taken, and its text was not kept. Take it out of the export; if the erasure was a mistake, retract it first and import again.';
const erasedAt = (line: number) => ({ file: 'leads.csv', line, column: null, code: 'erased', message, raw: '' });

describe('a row about somebody who was erased is refused, and its text is not kept', () => {
  it('whether it is known, changed, new or bad', async () => {
    const { json, db, write, quarantine, log } = testImport(goodLeads);
    await json();
    await erase(db, 'lead/1');
    await erase(db, 'lead/9');
    const before = await log();
    const bad = '1,2026-13-02,a@x.example,Acme,email\n';
    const invalid = '1,2026-03-02,nobody,Acme,email\n';
    const others =
      '8,2026-13-02,h@x.example,Hare,email\n9,2026-01-02,i@x.example,Ibis,email\n10,2026-01-02,j@x.example,Jay,email\n';
    write('leads.csv', goodLeads + bad + invalid + others);
    const result = await json();
    expect(result).toMatchObject({ exit: 3, read: 8, accepted: 1, duplicates: 2, quarantined: 5 });
    expect(result.reasons[0]).toMatchObject({ code: 'erased', count: 4, lines: [2, 5, 6, 8], message });
    const kept = await quarantine();
    expect(kept.filter(({ code }) => code === 'erased')).toEqual([2, 5, 6, 8].map(erasedAt));
    expect(kept.filter(({ code }) => code !== 'erased')).toMatchObject([
      { line: 7, raw: expect.stringContaining('h@x') },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/a@x|i@x|Acme/);
    expect(await log()).toHaveLength(before.length + 1);
  });

  it('also where rows are records, of which only changes are looked at', async () => {
    const { json, db, write, quarantine } = testImport(goodLeads, {
      map: leadsMap.replace('key: id', 'key: id\n    rows: records'),
    });
    await json();
    await erase(db, 'lead/1');
    expect(await json()).toMatchObject({ exit: 0, read: 3, duplicates: 3 });
    write('leads.csv', goodLeads.replace('Acme', 'Acme Ltd').replace('Cargo', 'Cargo Ltd'));
    expect(await json()).toMatchObject({ exit: 3, read: 3, accepted: 1, duplicates: 1, quarantined: 1 });
    expect(await quarantine()).toEqual([erasedAt(2)]);
    const twice = '1,2026-01-02,a@x.example,Acme Inc,email\n';
    write('leads.csv', goodLeads.replace('Acme', 'Acme Ltd').replace('Cargo', 'Cargo Ltd') + twice);
    expect(await json()).toMatchObject({ exit: 3, read: 4, accepted: 0, duplicates: 2, quarantined: 2 });
    expect(await quarantine()).toEqual([erasedAt(2), erasedAt(2), erasedAt(5)]);
  });
});
