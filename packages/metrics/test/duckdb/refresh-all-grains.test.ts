import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { event } from '../support/events.ts';
import { companyAgreement, eventsOfFew } from '../support/events-of-few.ts';
import { teamOf } from '../support/team.ts';
import { factDump } from './fact-dump.ts';

describe('facts of every grain', () => {
  let folder: string;
  let path: string;
  let engine: Engine;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sameteam-metrics-'));
    path = join(folder, 'team.duckdb');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = () => openDuckDbEngine({ path, agreement: companyAgreement, threads: 1 });

  it('are after a plan of a campaign what a rebuild makes of its members, and of who names it by its whole id', async () => {
    engine = await open();
    const team = teamOf(engine, companyAgreement);
    await team.import([
      event('lead.captured', 'lead/1', '2026-01-01', {}, 'a'),
      event('lead.captured', 'lead/2', '2026-01-01', { source: { campaign: 'campaign/fair/2026' } }, 'b'),
      event(
        'campaign.member_changed',
        'campaign/fair/2026',
        '2026-01-02',
        { member: 'lead/1', status: 'attended', responded: true },
        'c',
      ),
    ]);
    await team.import([
      event('campaign.planned', 'campaign/fair/2026', '2026-01-03', { channel: 'event', name: 'Fair' }, 'd'),
    ]);
    await engine.close();
    const refreshed = await factDump(path);
    engine = await open();
    await engine.rebuild();
    await engine.close();
    expect(refreshed).toEqual(await factDump(path));
    expect(refreshed.touch_facts?.filter((row) => row.includes('touch_channel=event'))).toHaveLength(1);
  });

  it('are after a capture of a lead what a rebuild makes of a company that only another lead of its deal knows, by another deal', async () => {
    engine = await open();
    const team = teamOf(engine, companyAgreement);
    await team.import([
      event('lead.captured', 'lead/1', '2026-02-01', {}, 'a'),
      event('opportunity.changed', 'opportunity/1', '2026-01-24', { company: 'company/1' }, 'b'),
      event('lead.converted', 'lead/1', '2026-02-08', { opportunity: 'opportunity/1' }, 'c'),
      event('opportunity.opened', 'opportunity/2', '2026-02-09', { leads: ['lead/1', 'lead/2'] }, 'd'),
      event('lead.captured', 'lead/2', '2026-03-01', {}, 'e'),
    ]);
    await team.import([event('lead.captured', 'lead/2', '2026-01-01', {}, 'f')]);
    await engine.close();
    const refreshed = await factDump(path);
    engine = await open();
    await engine.rebuild();
    await engine.close();
    expect(refreshed).toEqual(await factDump(path));
    expect(refreshed.company_facts).toEqual([expect.stringContaining('opportunities=1')]);
  });

  it('are after small imports, and after one that is taken back, what a rebuild makes of them', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOfFew(25), eventsOfFew(4), async (before, later) => {
        rmSync(path, { force: true });
        engine = await open();
        const team = teamOf(engine, companyAgreement);
        await team.import(before, { id: 'before' });
        for (const [index, one] of later.entries()) await team.import([one], { id: `later ${index}` });
        await engine.undoImport('later 1', { recordedMs: Date.UTC(2027, 0, 2) });
        await engine.close();
        const refreshed = await factDump(path);
        engine = await open();
        await engine.rebuild();
        await engine.close();
        expect(refreshed).toEqual(await factDump(path));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 240_000);
});
