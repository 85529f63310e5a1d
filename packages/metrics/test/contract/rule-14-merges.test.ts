import { describe, expect, it } from 'vitest';
import { amount, captured, event, leadEvent, linked, qualified, retracted, unlinked, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

/** ann was captured first, by mail; anna, who is the same, was won. */
const apart = [
  captured('ann', '2026-01-01', 'email'),
  captured('anna', '2026-02-01', 'paid'),
  qualified('anna', '2026-02-02'),
  won('deal', '2026-03-01', ['anna'], amount(10)),
  ...Array.from({ length: 12 }, (_, index) => captured(`other${index}`, '2026-01-15', 'other')),
];
const byChannel = { metrics: ['captured', 'won'], by: ['source.channel'] };
const merged = [
  ['email', 'captured', 1],
  ['other', 'captured', 12],
  ['email', 'won', 1],
  ['other', 'won', 0],
];
const parted = [
  ['email', 'captured', 1],
  ['other', 'captured', 12],
  ['paid', 'captured', 1],
  ['email', 'won', 0],
  ['other', 'won', 0],
  ['paid', 'won', 1],
];

describe('rule 14: source and campaign history survive conversion and merge; a merge can be undone', () => {
  onEveryEngine((open) => {
    it('counts two linked records as one, with the source of the first capture', async () => {
      const team = await open([...apart, linked('ann', '2026-04-01', 'anna')]);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(merged);
    });

    it('gives the same whichever record stays, and whenever the link is delivered', async () => {
      const team = await open(apart);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(parted);
      await team.import([linked('anna', '2026-04-01', 'ann')]);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(merged);
      expect(await team.names({ metrics: ['won'] })).toEqual(['anna']);
    });

    it('restates history when the link is undone', async () => {
      const team = await open([...apart, linked('ann', '2026-04-01', 'anna')]);
      await team.import([unlinked('ann', '2026-05-01', 'anna')]);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(parted);
      expect(await team.table({ ...byChannel, asOf: '2026-04-30' }, 'metric', 'value')).toEqual(merged);
    });

    it('restates history when the link is retracted', async () => {
      const link = linked('ann', '2026-04-01', 'anna');
      const team = await open([...apart, link]);
      await team.import([retracted(link, '2026-05-01')]);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(parted);
    });

    it('parts two records whichever of them the ruling names first', async () => {
      const team = await open([...apart, linked('ann', '2026-04-01', 'anna'), unlinked('anna', '2026-05-01', 'ann')]);
      expect(await team.table(byChannel, 'metric', 'value')).toEqual(parted);
    });

    it('follows chains, and undoes one link of a chain alone', async () => {
      const team = await open([
        captured('a', '2026-01-03', 'third'),
        captured('b', '2026-01-02', 'second'),
        captured('c', '2026-01-01', 'first'),
        linked('a', '2026-02-01', 'b'),
        linked('b', '2026-02-02', 'c'),
      ]);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([['first', 1]]);
      await team.import([unlinked('a', '2026-03-01', 'b')]);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([
        ['first', 1],
        ['third', 1],
      ]);
    });

    it('is not led round in circles', async () => {
      const team = await open([
        captured('a', '2026-01-01'),
        captured('b', '2026-01-02'),
        captured('c', '2026-01-03'),
        linked('a', '2026-02-01', 'b'),
        linked('b', '2026-02-02', 'c'),
        linked('c', '2026-02-03', 'a'),
        linked('a', '2026-02-04', 'a'),
      ]);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[1]]);
    });

    it('takes later events of a merged record to the one that stays', async () => {
      const team = await open([...apart, linked('ann', '2026-04-01', 'anna')]);
      await team.import([leadEvent('assigned', 'anna', '2026-05-01', { to: 'sue' })]);
      expect((await team.leadRow('ann'))?.owner).toBe('sue');
    });

    it('shows the events of both under the lead that stays', async () => {
      const team = await open([...apart, linked('ann', '2026-04-01', 'anna')]);
      const types = (await team.engine.events('lead/ann')).map(({ type, subject }) => `${type} ${subject}`);
      expect(types).toEqual(expect.arrayContaining(['lead.captured lead/ann', 'lead.qualified lead/anna']));
    });

    it('keeps the source through a conversion in the CRM, which links the deal', async () => {
      const team = await open([
        captured('ann', '2026-01-01', 'email'),
        leadEvent('converted', 'ann', '2026-02-01', { opportunity: 'opportunity/deal' }),
        won('deal', '2026-03-01', [], amount(10)),
      ]);
      expect(await team.table({ metrics: ['won', 'bookings'], by: ['source.channel'] }, 'metric', 'value')).toEqual([
        ['email', 'won', 1],
        ['email', 'bookings', 1000],
      ]);
    });

    it('counts two records of one deal once', async () => {
      const team = await open([
        won('deal', '2026-02-01', [], amount(10)),
        won('same', '2026-02-01', [], amount(10)),
        event('record.linked', 'opportunity/deal', '2026-02-02', { with: 'opportunity/same' }),
      ]);
      expect(await team.table({ metrics: ['bookings'] }, 'value')).toEqual([[1000]]);
    });
  });
});
