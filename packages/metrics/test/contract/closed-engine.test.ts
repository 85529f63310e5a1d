import { parsePlan } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { captured } from '../support/events.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';

describe('an engine that has been closed says so', () => {
  onEveryEngine((open) => {
    it('by every one of its functions but close', async () => {
      const { engine } = await open([captured('ann', '2026-01-01')]);
      await engine.close();
      const plan = parsePlan({ metrics: ['captured'] }, { zone: 'UTC', nowMs });
      const cell = { metric: 'captured', dimensions: {}, part: 'numerator' as const };
      const asked: Readonly<Record<string, () => Promise<unknown>>> = {
        status: () => engine.status(),
        beginImport: () => engine.beginImport({ recordedMs: nowMs }),
        imports: () => engine.imports(),
        undoImport: () => engine.undoImport('i1', { recordedMs: nowMs }),
        quarantined: () => engine.quarantined({ limit: 1 }),
        run: () => engine.run(plan),
        leads: () => engine.leads(plan, cell, { limit: 1 }),
        events: () => engine.events('lead/ann'),
        values: () => engine.values('owner', 1),
        rebuild: () => engine.rebuild(),
      };
      for (const [name, ask] of Object.entries(asked)) {
        await expect(ask(), name).rejects.toThrow('The engine has been closed. Open it again.');
      }
      await engine.close();
    });
  });
});
