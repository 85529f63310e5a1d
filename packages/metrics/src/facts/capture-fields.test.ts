import type { Condition } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { captureFields, checkRulingConditions } from './capture-fields.ts';

describe('captureFields', () => {
  it('are the fields of conditions that facts carry', () => {
    expect(captureFields).toEqual([
      'source.channel',
      'source.medium',
      'source.campaign',
      'source.landingPage',
      'source.motion',
      'lead.product',
    ]);
  });
});

describe('checkRulingConditions', () => {
  const check = (when: Condition) => checkRulingConditions({ ...agreementWith(), segments: [{ id: 'some', when }] });

  it.each<Condition>([
    {},
    { field: 'source.channel', is: 'partner' },
    { any: [{ field: 'lead.product', exists: true }, { not: { all: [{ field: 'source.motion', in: ['inbound'] }] } }] },
    { field: 'source.channel', atLeast: 4 },
  ])('lets through what facts can answer: %j', (when) => {
    expect(() => check(when)).not.toThrow();
  });

  it.each<readonly [Condition, string]>([
    [{ field: 'company.employees', atLeast: 200 }, 'company.employees'],
    [{ all: [{ field: 'source.channel', is: 'a' }, { any: [{ field: 'contact.role', is: 'vp' }] }] }, 'contact.role'],
    [{ not: { field: 'lead.attributes.size', is: 'large' } }, 'lead.attributes.size'],
    [{ field: 'source.channel', inList: 'rivals' }, 'list rivals'],
    [{ any: [{ company: ['customer'] }] }, 'company'],
    [{ consent: { status: 'granted' } }, 'consent'],
    [{ answer: { timeline: ['soon'] } }, 'answers.timeline'],
    [{ all: [{}, { not: { segment: ['partner'] } }] }, 'segment'],
  ])('refuses %j, and says what is missing', (when, missing) => {
    expect(() => check(when)).toThrow(
      `Clause segments.some asks for "${missing}", which facts do not carry. It can use source.channel, source.medium, source.campaign, source.landingPage, source.motion and lead.product.`,
    );
  });
});
