import { defaultAgreement } from '@sameteam/agreement';
import { EventBatchBuilder } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { captured } from '../support/events.ts';

const summary = { files: ['leads.csv'], read: 1, accepted: 1, duplicates: 0, quarantined: 0 };

describe('an import that later ones of records found their records in', () => {
  const found = captured('ann', '2026-01-01');

  /** Imports the same event twice, the second time with or without a state of its record. */
  async function twice(open: (typeof engines)[number]['open'], keepsRecords: boolean) {
    const engine = await open(defaultAgreement);
    for (const index of [0, 1]) {
      const session = await engine.beginImport({ recordedMs: index, id: `i${index}` });
      const builder = new EventBatchBuilder();
      builder.add(0, found);
      expect(await session.append(builder.take({ firstGroup: 0, groupCount: 1 }))).toEqual([
        index === 0 ? 'accepted' : 'duplicate',
      ]);
      if (keepsRecords && index === 1) await session.saveRecords('map', 'leads', [{ key: '1', state: 's' }]);
      await session.commit(summary);
    }
    return engine;
  }

  it.each(engines)('is not taken back before them on $name: the records would stand for nothing', async ({ open }) => {
    const engine = await twice(open, true);
    await expect(engine.undoImport('i0', { recordedMs: 9 })).rejects.toMatchObject({ code: 'import-built-upon' });
    expect((await engine.status()).leads).toBe(1);
    await engine.undoImport('i1', { recordedMs: 9 });
    await engine.undoImport('i0', { recordedMs: 10 });
    expect((await engine.status()).leads).toBe(0);
    await engine.close();
  });

  it.each(engines)('is taken back on $name where the later one keeps no records', async ({ open }) => {
    const engine = await twice(open, false);
    await engine.undoImport('i0', { recordedMs: 9 });
    expect((await engine.status()).leads).toBe(0);
    await engine.close();
  });
});

describe('an import that later ones of the same records build upon', () => {
  it.each(engines)('is not taken back before them on $name', async ({ open }) => {
    const engine = await open(defaultAgreement);
    for (const [index, lead] of ['a', 'b'].entries()) {
      const session = await engine.beginImport({ recordedMs: index, id: `i${index}` });
      const builder = new EventBatchBuilder();
      builder.add(0, captured(lead, '2026-01-01'));
      await session.append(builder.take({ firstGroup: 0, groupCount: 1 }));
      await session.saveRecords('map', 'leads', [{ key: '1', state: `state ${index}` }]);
      await session.commit(summary);
    }
    await expect(engine.undoImport('i0', { recordedMs: 9 })).rejects.toMatchObject({
      code: 'import-built-upon',
      message: 'Cannot take back "i0": i1 says what has changed since. Take back i1 first.',
    });
    await engine.undoImport('i1', { recordedMs: 9 });
    await engine.undoImport('i0', { recordedMs: 10 });
    expect((await engine.status()).leads).toBe(0);
    await engine.close();
  });
});
