import { eventRank } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { linkedSubjects, mayLink } from './linked-subjects.ts';

describe('linkedSubjects', () => {
  it.each([
    ['lead.captured', { contact: { ref: 'contact/1' }, company: { ref: 'company/2' } }, ['contact/1', 'company/2']],
    ['lead.updated', { contact: null, product: 'x' }, []],
    [
      'lead.converted',
      { contact: 'contact/1', company: null, opportunity: 'opportunity/3' },
      ['contact/1', 'opportunity/3'],
    ],
    ['contact.updated', { company: 'company/2' }, ['company/2']],
    ['opportunity.won', { leads: ['lead/1', 'lead/2'], company: 'company/2' }, ['lead/1', 'lead/2', 'company/2']],
    ['opportunity.contact_changed', { contact: 'contact/1', lead: 'lead/1', role: null }, ['contact/1', 'lead/1']],
    ['campaign.member_changed', { member: 'contact/1' }, ['contact/1']],
    ['record.linked', { with: { system: 'crm', kind: 'lead', id: '1' } }, []],
    ['record.unlinked', { with: 'lead/2' }, ['lead/2']],
    ['lead.accepted', {}, []],
  ] as const)('of %s %j', (type, payload, linked) => {
    expect(linkedSubjects(eventRank(type), payload)).toEqual(linked);
    expect(mayLink(eventRank(type))).toBe(type !== 'lead.accepted');
  });
});
