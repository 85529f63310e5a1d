import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { accepted, assigned, attempted, automated, event, leadEvent, meeting, opened } from '../support/events.ts';
import { atWork, callAgreement, monday } from '../support/sla-story.ts';
import { onEveryEngine } from '../support/team.ts';

const soon = monday('09:10:00');

/** What happens to a lead that is owed a call, none of which is one. */
const noCalls: Readonly<Record<string, (lead: string) => LeadEvent>> = {
  acceptance: (lead) => accepted(lead, soon),
  'qualification by sales': (lead) => leadEvent('sales_qualified', lead, soon),
  conversion: (lead) => leadEvent('converted', lead, soon, { contact: 'contact/c' }),
  edit: (lead) => leadEvent('updated', lead, soon, { product: 'crm' }),
  'change of a raw status': (lead) => leadEvent('status_changed', lead, soon, { system: 'hubspot', status: 'WORKING' }),
  'other owner': (lead) => assigned(lead, soon, 'sue'),
  'task that is done': (lead) => event('task.changed', `lead/${lead}`, soon, { task: 'task/t', status: 'done' }),
  meeting: (lead) => meeting('m', lead, soon, 'completed'),
  reply: (lead) => leadEvent('replied', lead, soon, { channel: 'email' }),
  deal: (lead) => opened('o', soon, [lead]),
  'automated mail': (lead) => automated(lead, soon),
  'automated mail that was answered': (lead) => attempted(lead, soon, { automated: true }),
  'call of the lead': (lead) => attempted(lead, soon, { direction: 'inbound' }),
};

describe('rule 9: only what the agreement names satisfies an SLA', () => {
  onEveryEngine((open) => {
    const attainment = { metrics: ['sla_attainment'] };

    it.each(Object.entries(noCalls))('is not kept by: %s', async (_, happens) => {
      const team = await open([...atWork('ann'), happens('ann')], { agreement: callAgreement() });
      expect(await team.table(attainment, 'numerator', 'denominator')).toEqual([[0, 1]]);
    });

    it('is kept by the attempt of a person, whether somebody was reached or not', async () => {
      const log = [...atWork('ann', 'ben'), attempted('ann', soon), attempted('ben', soon, { connected: false })];
      const team = await open(log, { agreement: callAgreement() });
      expect(await team.table(attainment, 'numerator', 'denominator')).toEqual([[2, 2]]);
    });

    it('is kept by what came after the start only', async () => {
      const log = [attempted('ann', monday('08:30:00')), ...atWork('ann')];
      const team = await open(log, { agreement: callAgreement() });
      expect(await team.table(attainment, 'numerator', 'denominator')).toEqual([[0, 1]]);
    });

    it('asks for the channel and the connection that the clause names', async () => {
      const log = [
        ...atWork('mail', 'unheard', 'reached'),
        attempted('mail', soon, { channel: 'email' }),
        attempted('unheard', soon, { connected: false }),
        attempted('reached', soon),
      ];
      const agreement = callAgreement({ kept: { attempt: { connected: true, channel: ['call'] } } });
      const team = await open(log, { agreement });
      expect(await team.table(attainment, 'numerator', 'denominator')).toEqual([[1, 3]]);
    });

    it('counts so many attempts of people, without the mails between', async () => {
      const log = [
        ...atWork('three', 'two'),
        ...['09:10:00', '10:00:00', '13:00:00'].map((clock) => attempted('three', monday(clock), { connected: false })),
        attempted('two', monday('09:10:00')),
        automated('two', monday('10:00:00')),
        attempted('two', monday('11:00:00')),
      ];
      const team = await open(log, { agreement: callAgreement({ kept: { attempts: 3 } }) });
      expect(await team.table(attainment, 'numerator', 'denominator')).toEqual([[1, 2]]);
    });

    it('ends where the clause says that nothing more is owed', async () => {
      const log = [
        ...atWork('reached', 'wrote', 'silent'),
        attempted('reached', soon),
        leadEvent('replied', 'wrote', soon, { channel: 'email' }),
      ];
      const agreement = callAgreement({ kept: { attempts: 3 }, unless: ['connected', 'replied'] });
      const team = await open(log, { agreement });
      expect(await team.table(attainment, 'numerator', 'denominator', 'excluded')).toEqual([[0, 1, 2]]);
    });

    it('is kept by a meeting or a decision where the clause names those', async () => {
      const log = [...atWork('met', 'decided'), meeting('m', 'met', soon, 'completed'), accepted('decided', soon)];
      const met = await open(log, { agreement: callAgreement({ kept: { meeting: ['completed'] } }) });
      expect(await met.table(attainment, 'numerator', 'denominator')).toEqual([[1, 2]]);
      const decided = await open(log, { agreement: callAgreement({ kept: ['lead.accepted', 'lead.rejected'] }) });
      expect(await decided.table(attainment, 'numerator', 'denominator')).toEqual([[1, 2]]);
    });
  });
});
