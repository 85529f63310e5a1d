import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import {
  captured,
  deal,
  event,
  leadEvent,
  linked,
  opened,
  retracted,
  stageReset,
  unlinked,
  won,
} from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { randomDeliveries } from '../support/random-log.ts';
import { onEveryEngine, type Team } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';

const agreement = agreementWith({
  timeZone: 'Europe/Berlin',
  rates: { USD: 0.92 },
  segments: [{ id: 'partner', when: { field: 'source.channel', is: 'paid' } }],
  exclusions: [{ id: 'rivals', when: { field: 'source.channel', is: 'ünknown' } }],
});

/** So many leads that a small import refreshes only what it touches. */
const base = [
  ...Array.from({ length: 60 }, (_, index) =>
    journey(`x${index}`, {
      captured: '2026-01-10',
      ...(index % 3 === 0 ? { mql: '2026-01-12' } : {}),
      channel: 'email',
    }),
  ).flat(),
  opened('deal', '2026-01-20', ['x1', 'x2']),
  linked('x10', '2026-01-25', 'x11'),
];

/** What a small import can touch, directly and through others. */
const touches: Readonly<Record<string, readonly Parameters<Team['import']>[0][]>> = {
  'an earlier capture': [[captured('x5', '2026-01-01', 'paid')]],
  'a stage': [[leadEvent('accepted', 'x5', '2026-01-15')]],
  'a late stage before another': [[leadEvent('accepted', 'x0', '2026-01-11')]],
  'an update': [[leadEvent('updated', 'x6', '2026-02-01', { source: { channel: 'ünknown' } })]],
  'a correction': [[stageReset('x3', '2026-02-01', 'captured', 'correction')]],
  'an owner': [[leadEvent('assigned', 'x3', '2026-01-12', { to: 'sue' })]],
  'a win of a known deal': [[won('deal', '2026-02-01', [])]],
  'a new deal of a known lead': [[won('other', '2026-02-01', ['x7'])]],
  'a deal that changes its leads': [[deal('changed', 'deal', '2026-02-01', ['x8'])]],
  'a deal before its lead': [[won('early', '2026-02-01', ['later'])], [captured('later', '2026-01-05')]],
  'a conversion before its deal': [
    [leadEvent('converted', 'x9', '2026-02-01', { opportunity: 'opportunity/o9' })],
    [won('o9', '2026-02-02', [])],
  ],
  'an earlier capture of the other lead of a deal': [[captured('x2', '2026-01-02')], [won('deal', '2026-02-03', [])]],
  'a link': [[linked('x20', '2026-02-01', 'x21')]],
  'events of a linked lead': [[leadEvent('accepted', 'x11', '2026-02-01')], [won('o11', '2026-02-02', ['x11'])]],
  'a deal that was said to be one with a lead': [
    [event('record.linked', 'opportunity/deal', '2026-02-01', { with: 'lead/x30' })],
    [event('record.linked', 'lead/x31', '2026-02-01', { with: 'opportunity/deal' })],
    [won('deal', '2026-02-02', [])],
    [captured('x1', '2026-01-02')],
  ],
  'a link that is undone': [[unlinked('x10', '2026-02-01', 'x11')]],
};

describe('a refresh after an import gives what a rebuild gives', () => {
  onEveryEngine((open) => {
    const expectRebuilt = async (team: Team) => {
      const refreshed = await wholePicture(team.engine, agreement.timeZone);
      await team.engine.rebuild();
      expect(refreshed).toEqual(await wholePicture(team.engine, agreement.timeZone));
    };

    it.each(Object.entries(touches))('after %s', async (_, deliveries) => {
      const team = await open(base, { agreement });
      for (const events of deliveries) {
        await team.import(events);
        await expectRebuilt(team);
      }
    });

    it('after a retraction of each kind of event', async () => {
      const wrong = [
        captured('x30', '2026-01-01', 'paid'),
        leadEvent('accepted', 'x31', '2026-01-15'),
        leadEvent('assigned', 'x32', '2026-01-15', { to: 'sue' }),
        stageReset('x33', '2026-02-01', 'captured', 'correction'),
        linked('x34', '2026-02-01', 'x35'),
        unlinked('x10', '2026-02-01', 'x11'),
        won('deal', '2026-02-01', ['x36']),
        leadEvent('converted', 'x37', '2026-02-01', { opportunity: 'opportunity/deal' }),
      ];
      const team = await open(base, { agreement });
      const before = await wholePicture(team.engine, agreement.timeZone);
      await team.import(wrong);
      for (const event of wrong) {
        await team.import([retracted(event, '2026-03-01')]);
        await expectRebuilt(team);
      }
      expect(await wholePicture(team.engine, agreement.timeZone)).toEqual(before);
    });

    it('on random logs, import by import, undone ones among them', async () => {
      const scenario = fc.record({
        deliveries: randomDeliveries({ minLength: 2, maxLength: 2 }),
        undone: fc.option(fc.constantFrom('r0', 's0', 'r1'), { nil: null }),
      });
      await fc.assert(
        fc.asyncProperty(scenario, async ({ deliveries, undone }) => {
          const team = await open(base, { agreement });
          for (const [index, events] of deliveries.entries()) {
            // In two parts, of which the second is small.
            await team.import(events.slice(2), { id: `r${index}` });
            await team.import(events.slice(0, 2), { id: `s${index}` });
          }
          if (undone !== null) await team.undo(undone);
          await expectRebuilt(team);
          await team.engine.close();
        }),
        { numRuns: 15 },
      );
    }, 240_000);
  });
});
