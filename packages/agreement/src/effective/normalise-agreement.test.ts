// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { canonicalJson } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementDigest } from '../sign/digest.ts';
import { effectiveAgreement } from './effective-agreement.ts';
import { normaliseAgreement } from './normalise-agreement.ts';

const written = {
  teams: { marketing: {}, sales: {}, sdr: { partOf: 'sales' } },
  timeZone: 'Europe/Berlin',
  calendars: { lima: { zone: 'America/Lima', hours: '08:00-16:00' } },
  rates: { USD: 0.92 },
  readiness: { hot: { any: [{ grade: 'A' }, { engagement: { activity: 'demo' } }] }, raw: {} },
  sla: { first: { of: 'sdr', from: 'lead.assigned', kept: 'lead.accepted', within: '1wd' } },
  reasons: { no: { then: 'disqualify' } },
} as const;

describe('normaliseAgreement', () => {
  const agreement = normaliseAgreement(written);

  it('reads one value as a list, and says what was left out', () => {
    expect(agreement.readiness.hot).toEqual({
      any: [{ grade: ['A'] }, { engagement: { activity: ['demo'], count: 1 } }],
    });
    expect(agreement.rates).toEqual({ USD: [{ rate: 0.92 }] });
    expect(agreement.sla.first).toMatchObject({
      kept: ['lead.accepted'],
      within: { time: '1wd', calendar: 'owner' },
    });
  });

  it('says what follows from other clauses: who signs, which zone, which order', () => {
    expect(agreement.signatures).toEqual({ required: ['marketing', 'sales'], witness: [], keys: {} });
    expect(agreement.calendars.default?.zone).toBe('Europe/Berlin');
    expect(agreement.calendars.lima).toMatchObject({ zone: 'America/Lima', hours: ['08:00-16:00'] });
    expect(agreement.order).toEqual({ readiness: ['hot', 'raw'], handOffs: [] });
  });

  it('says the same whatever the order in which names are written that have none', () => {
    const { marketing, sales, sdr } = written.teams;
    const turned = normaliseAgreement({ ...written, teams: { sdr, sales, marketing } });
    expect(canonicalJson(turned)).toBe(canonicalJson(agreement));
  });

  it('has a canonical form, the same for shorthands, in which the order of readiness is not lost', () => {
    const long = { ...written, kept: undefined, rates: { USD: [{ rate: 0.92 }] } };
    const { kept: _, ...same } = long;
    expect(canonicalJson(normaliseAgreement(same))).toBe(canonicalJson(agreement));
    const turned = { ...written, readiness: { raw: {}, hot: written.readiness.hot } };
    expect(canonicalJson(normaliseAgreement(turned))).not.toBe(canonicalJson(agreement));
  });

  it('changes nothing the second time, and nothing of what it was given', () => {
    const before = JSON.stringify(written);
    expect(normaliseAgreement(agreement)).toEqual(agreement);
    expect(JSON.stringify(written)).toBe(before);
  });

  it('says the order of what an override adds, which the canonical form would lose', () => {
    const hot = { engagement: { atLeast: 40 } } as const;
    const withOverride = (readiness: object) =>
      normaliseAgreement({
        ...written,
        segments: [{ id: 'partner', when: { field: 'source.channel', is: 'partner' } }],
        overrides: { partner: { readiness: { hot: null, raw: null, ...readiness } } },
      } as never);
    const one = withOverride({ very_hot: hot, cool: {} });
    const other = withOverride({ cool: {}, very_hot: hot });
    expect(one.overrides.partner?.order).toEqual({ readiness: ['very_hot', 'cool'] });
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
    for (const agreement of [one, other]) {
      const kept = normaliseAgreement(JSON.parse(canonicalJson(agreement)));
      expect(kept).toEqual(agreement);
      expect(effectiveAgreement(kept, 'partner').order).toEqual(effectiveAgreement(agreement, 'partner').order);
    }
    expect(effectiveAgreement(other, 'partner').order.readiness).toEqual(['cool', 'very_hot']);
  });

  it('adds what an override says of the order of one section to that of the other', () => {
    const agreement = normaliseAgreement({
      ...written,
      segments: [{ id: 'partner', when: {} }],
      handOffs: { a: { from: 'marketing', to: 'sales', when: {} }, b: { from: 'marketing', to: 'sdr', when: {} } },
      overrides: { partner: { handOffs: { a: null }, order: { readiness: ['raw'] } } },
    });
    expect(effectiveAgreement(agreement, 'partner').order).toEqual({ readiness: ['raw', 'hot'], handOffs: ['b'] });
  });

  it('keeps the digest of an agreement without metrics of its own as it was before there could be any', async () => {
    expect(Object.keys(agreement)).not.toContain('metrics');
    expect(normaliseAgreement({ ...written, metrics: {} })).toEqual(agreement);
    expect(await agreementDigest(agreement)).toBe('5f5c90c2325aa161f33ea05fc13fd3fdd63af6c9bee1a1b8bfd91433f804a0cd');
  });

  it('does not keep the line for editors', () => {
    expect(normaliseAgreement({ ...written, $schema: './agreement.schema.json' })).toEqual(agreement);
  });
});
