import { describe, expect, it } from 'vitest';
import { said } from '../deal/fixtures/story.ts';
import type { StoryEvent } from '../story/story.ts';
import { KnownFacts } from './known-facts.ts';

const lead = (type: Parameters<typeof said>[0], payload: object) => said(type, '2026-01-01', { ...payload }, 'lead/l');
const company = (subject: string, payload: object) => said('company.updated', '2026-01-01', { ...payload }, subject);

function knownAfter(...events: readonly StoryEvent[]): KnownFacts {
  const known = new KnownFacts({ rootOf: (subject) => (subject === 'company/alias' ? 'company/a' : subject) });
  for (const event of events) known.take(event, new Set(['opportunity/o']));
  return known;
}

describe('KnownFacts', () => {
  it('takes the source of the first capture, corrected by updates after it', () => {
    const early = lead('lead.updated', { source: { channel: 'early', medium: 'early' } });
    const first = lead('lead.captured', { source: { channel: 'email' }, product: 'seats' });
    const second = lead('lead.captured', { source: { channel: 'fair', campaign: 'autumn' }, product: 'desks' });
    const update = lead('lead.updated', { source: { campaign: 'spring' }, product: null });
    expect(knownAfter(early)).toMatchObject({ channel: 'early' });
    expect(knownAfter(early, first)).toMatchObject({ channel: 'email', medium: null, product: 'seats' });
    expect(knownAfter(early, first, second)).toMatchObject({ channel: 'email', campaign: null, product: 'seats' });
    expect(knownAfter(first, update)).toMatchObject({ channel: 'email', campaign: 'spring', product: null });
    expect(knownAfter(first, lead('lead.updated', { source: null }))).toMatchObject({
      channel: null,
      product: 'seats',
    });
  });

  it('takes what was said last of the contact, and that there is an address', () => {
    const captured = lead('lead.captured', { contact: { ref: 'contact/c', role: 'vp', hasEmail: true } });
    const updated = said(
      'contact.updated',
      '2026-01-02',
      { role: null, country: 'DE', hasEmail: false, hasPhone: true },
      'contact/c',
    );
    expect(knownAfter(captured)).toMatchObject({ contact: 'contact/c', role: 'vp', hasEmail: true, hasPhone: false });
    expect(knownAfter(captured, updated)).toMatchObject({
      role: null,
      contactCountry: 'DE',
      hasEmail: false,
      hasPhone: true,
    });
  });

  it('knows of the company what was said last of it, by the lead or of itself', () => {
    const of = lead('lead.captured', { company: { ref: 'company/a', employees: 40, industry: 'tools' } });
    expect(knownAfter(of, company('company/a', { employees: 60 }))).toMatchObject({ employees: 60, industry: 'tools' });
    expect(knownAfter(company('company/a', { employees: 60, country: 'DE' }), of)).toMatchObject({
      company: 'company/a',
      employees: 40,
      companyCountry: 'DE',
    });
    expect(knownAfter(of, company('company/b', { employees: 9 })).employees).toBe(40);
    expect(knownAfter(of, company('company/a', { employees: null })).employees).toBeNull();
  });

  it('follows the lead to another company, under whatever name that is known', () => {
    const before = lead('lead.captured', { company: { ref: 'company/b', employees: 9 } });
    const moved = lead('lead.updated', { company: { ref: 'company/alias' } });
    const known = knownAfter(before, company('company/a', { employees: 700 }), moved);
    expect(known).toMatchObject({ company: 'company/a', employees: 700 });
  });

  it('takes the company of the contact, of a conversion, of a linked opportunity where none is known', () => {
    expect(knownAfter(said('contact.updated', '2026-01-01', { company: 'company/c' }, 'contact/c')).company).toBe(
      'company/c',
    );
    const converted = lead('lead.converted', { company: 'company/d', contact: 'contact/d' });
    expect(knownAfter(converted)).toMatchObject({ company: 'company/d', contact: 'contact/d' });
    const opened = said('opportunity.opened', '2026-01-02', { company: 'company/e' });
    expect([knownAfter(opened).company, knownAfter(converted, opened).company]).toEqual(['company/e', 'company/d']);
    expect(knownAfter({ ...opened, subject: 'opportunity/other' }).company).toBeNull();
  });
});
