import { expect, it } from 'vitest';
import { captured, event, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

onEveryEngine((open) => {
  it('names the opportunities that an event links to a lead, from either side, until it is taken back', async () => {
    const link = event('opportunity.changed', 'opportunity/wrong', '2026-02-01', { leads: ['lead/ann'] });
    const team = await open([
      captured('ann', '2026-01-01'),
      captured('ben', '2026-01-01'),
      captured('cat', '2026-01-01'),
      won('b', '2026-03-01', ['ann', 'ben']),
      event('opportunity.lost', 'opportunity/a', '2026-03-01', {}),
      event('lead.converted', 'lead/ann', '2026-02-01', { opportunity: 'opportunity/a' }),
      link,
      event('event.retracted', 'opportunity/wrong', '2026-02-02', {
        target: { source: link.source, id: link.id },
        reason: 'another lead',
      }),
    ]);
    const { engine } = team;
    expect(await engine.opportunitiesOf('lead/ann')).toEqual(['opportunity/a', 'opportunity/b']);
    expect(await engine.opportunitiesOf('lead/ben')).toEqual(['opportunity/b']);
    expect(await engine.opportunitiesOf('lead/cat')).toEqual([]);
    expect(await engine.opportunitiesOf('lead/nobody')).toEqual([]);
  });

  it('names those of all records that are counted as one', async () => {
    const { engine } = await open([
      captured('ann', '2026-01-01'),
      captured('anna', '2026-01-02'),
      won('o', '2026-03-01', ['anna']),
      event('record.linked', 'lead/ann', '2026-04-01', { with: 'lead/anna' }),
    ]);
    expect(await engine.opportunitiesOf('lead/ann')).toEqual(['opportunity/o']);
    expect(await engine.opportunitiesOf('lead/anna')).toEqual(['opportunity/o']);
  });
});
