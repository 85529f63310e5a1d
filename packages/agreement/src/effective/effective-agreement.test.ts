import { describe, expect, it } from 'vitest';
import { AgreementError } from '../agreement-error.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { effectiveAgreement } from './effective-agreement.ts';
import { normaliseAgreement } from './normalise-agreement.ts';

const { agreement } = parseAgreement(`
teams: { marketing: {}, sales: {} }
segments:
  - { id: partner, when: { field: source.channel, is: partner } }
  - { id: outbound, when: { field: source.motion, is: outbound } }
overrides:
  partner:
    readiness: { warm: null }
    windows: { lead_to_win: 2d, mql_to_sal: null }
    sla: { first: { within: { time: 4wh } } }
readiness: { hot: { engagement: { atLeast: 40 } }, warm: { engagement: { atLeast: 15 } }, raw: {} }
sla: { first: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: { time: 1wh, calendar: team }, target: 0.9 } }
reasons: { wrong_profile: { then: disqualify } }
windows: { mql_to_sal: 30d }
`);
if (agreement === null) throw new Error('The agreement loads.');

const minimal = { teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {} } as const;

describe('effectiveAgreement', () => {
  const partner = effectiveAgreement(agreement, 'partner');

  it('merges what is different, and keeps the rest', () => {
    expect(partner.sla.first).toEqual({ ...agreement.sla.first, within: { time: '4wh', calendar: 'team' } });
    expect(partner.windows).toEqual({ default: '90d', lead_to_win: '2d' });
    expect(Object.keys(partner.readiness)).toEqual(['hot', 'raw']);
    expect(partner.order.readiness).toEqual(['hot', 'raw']);
    expect(partner.reasons).toEqual(agreement.reasons);
  });

  it('is the agreement itself for leads of no segment, and for a segment without an override', () => {
    expect(effectiveAgreement(agreement, null)).toBe(agreement);
    expect(effectiveAgreement(agreement, 'outbound')).toBe(agreement);
  });

  it('changes nothing when it is applied again', () => {
    expect(effectiveAgreement(partner, 'partner')).toEqual(partner);
    expect(normaliseAgreement(partner)).toEqual(partner);
  });

  it('takes each override for a patch of the whole document, not of what another one makes of it', () => {
    const two = normaliseAgreement({
      ...minimal,
      segments: [
        { id: 'customer', when: { company: 'customer' } },
        { id: 'partner', when: { field: 'source.channel', is: 'partner' } },
      ],
      handOffs: { to_sales: { from: 'sales', to: 'sales', when: {} } },
      overrides: {
        customer: { handOffs: { to_sales: null } },
        partner: { handOffs: { to_sales: { followUp: 'Call.' } } },
      },
    });
    expect(effectiveAgreement(two, 'customer').handOffs).toEqual({});
    expect(effectiveAgreement(two, 'partner').handOffs.to_sales?.followUp).toBe('Call.');
  });

  it('refuses a segment that does not exist', () => {
    for (const segment of ['partners', 'constructor', '']) {
      expect(() => effectiveAgreement(agreement, segment)).toThrow(AgreementError);
    }
    expect(() => effectiveAgreement(defaultAgreement, 'partner')).toThrow(/It defines none/);
  });
});
