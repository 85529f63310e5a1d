import { describe, expect, it } from 'vitest';
import { patched } from '../../test/lint-case.ts';
import { AgreementError } from '../agreement-error.ts';
import { checkAgreement } from './check-agreement.ts';
import { eachVariant } from './each-variant.ts';
import { lintAgreement, lintSubject } from './lint-agreement.ts';
import { lintRule } from './lint-rule.ts';
import { placeIn } from './place-in.ts';
import { lintRules } from './registry.ts';
import { unsigned } from './unsigned.ts';

const asOf = Date.UTC(2026, 9, 1);

describe('lintAgreement', () => {
  it('places what it finds in the text', () => {
    const locate = () => ({ line: 7, column: 3 });
    const issues = lintAgreement(patched({}), { asOf, locate, file: 'acme.yaml', rules: [unsigned] });
    expect(issues).toEqual([
      expect.objectContaining({ code: 'unsigned', severity: 'information', file: 'acme.yaml', line: 7, column: 3 }),
    ]);
    expect(lintAgreement(patched({}), { asOf, rules: [unsigned] })[0]).toMatchObject({ file: null, line: null });
  });

  it('says when a rule had to be given up, and lets the others speak', () => {
    const endless = {
      ...unsigned,
      check: () => {
        throw new AgreementError('search-too-large', { mostWork: 1 });
      },
    };
    const issues = lintAgreement(patched({}), { asOf, rules: [endless, unsigned] });
    expect(issues.map(({ code }) => code)).toEqual(['not-decided', 'unsigned']);
    expect(issues[0]?.severity).toBe('warning');
  });

  it('lets a fault of its own be seen', () => {
    const broken = {
      ...unsigned,
      check: () => {
        throw new RangeError('broken');
      },
    };
    expect(() => lintAgreement(patched({}), { asOf, rules: [broken] })).toThrow(RangeError);
  });

  it('takes the day in the zone of the agreement', () => {
    const late = Date.UTC(2026, 9, 1, 23);
    expect(lintSubject(patched({}), { asOf: late }).asOf.day).toBe('2026-10-02');
    expect(lintSubject(patched({ timeZone: 'UTC' }), { asOf: late }).asOf.day).toBe('2026-10-01');
  });

  it('has one rule for each code', () => {
    const codes = lintRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});

describe('placeIn', () => {
  const overrides = {
    partner: {
      sla: { decision: { within: { time: '9d' } }, attempts: null },
      goals: [],
      reasons: { unreachable: { needs: null } },
    },
  };
  const subject = lintSubject(patched({ overrides }), { asOf });
  const place = (segment: string, ...path: readonly (string | number)[]) => {
    const variant = subject.variants.find((one) => one.segment === segment) ?? {
      segment,
      agreement: subject.agreement,
    };
    return placeIn(subject, variant, path).join('.');
  };

  it('is in the override where that says it', () => {
    expect(place('partner', 'sla', 'decision', 'within', 'time')).toBe('overrides.partner.sla.decision.within.time');
    expect(place('partner', 'sla', 'decision')).toBe('overrides.partner.sla.decision');
    expect(place('partner', 'goals', 0, 'metric')).toBe('overrides.partner.goals.0.metric');
  });

  it('is where the override removes it', () => {
    expect(place('partner', 'sla', 'attempts', 'within')).toBe('overrides.partner.sla.attempts');
  });

  it('is in the document where the override does not say it', () => {
    expect(place('partner', 'sla', 'decision', 'of')).toBe('sla.decision.of');
    expect(place('partner', 'handOffs', 'to_sales')).toBe('handOffs.to_sales');
    expect(place('nobody', 'sla', 'decision')).toBe('sla.decision');
  });
});

describe('eachVariant', () => {
  const overrides = {
    partner: { sla: { decision: { target: 0.5 } } },
    outbound: { sla: { follow_up: { within: '9d' } } },
  };
  const subject = lintSubject(patched({ overrides }), { asOf });
  const told = (message: (segment: string | null) => string) =>
    eachVariant(subject, ({ segment }) => [{ path: ['sla', 'decision'], message: message(segment), remedy: '' }]).map(
      (found) => `${found.path.join('.')}: ${found.message}`,
    );

  it('tells once what all have', () => {
    expect(told(() => 'Bad.')).toEqual(['sla.decision: Bad.']);
  });

  it('tells what an override makes worse at the override', () => {
    expect(told((segment) => (segment === null ? 'Bad.' : 'Worse.'))).toEqual([
      'sla.decision: Bad.',
      'overrides.partner.sla.decision: For leads of segment "partner": Worse.',
    ]);
  });

  it('names the segments that share a fault', () => {
    const found = eachVariant(subject, ({ segment }) =>
      segment === null ? [] : [{ path: ['sla', 'to_deal'], message: 'Bad.', remedy: '' }],
    );
    expect(found.map(({ message }) => message)).toEqual(['For leads of segments "partner", "outbound": Bad.']);
  });
});

describe('lintRule', () => {
  it('keeps the code as a literal', () => {
    const rule = lintRule({ code: 'one', severity: 'error', title: 'One.', check: () => [] });
    const code: 'one' = rule.code;
    expect(code).toBe('one');
  });
});

describe('checkAgreement', () => {
  it('tells faults of reading alone where they refuse the agreement', () => {
    const { agreement, issues } = checkAgreement('teams: { sales: {} }', { asOf });
    expect(agreement).toBeNull();
    expect(issues.map(({ code }) => code)).toContain('missing-key');
  });

  it('tells those of reading and of lint together, in the order of the text', () => {
    const text = `teams: { marketing: {}, sales: {} }
readiness: { hot: { field: company.domain, inList: rivals }, raw: {} }
sla: { first_attempt: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: 1wd } }
reasons: { not_ready: { then: recycle, revisitAfter: 90d } }
programs: { drip: { owner: marketing, for: raw } }
`;
    const { agreement, issues } = checkAgreement(text, {
      asOf,
      rules: lintRules.filter(({ code }) => code.startsWith('r') || code.startsWith('program-w')),
    });
    expect(agreement?.name).toBe('Unnamed agreement');
    expect(issues.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '2 list-undefined',
      '4 reason-without-route',
      '5 program-without-exit',
    ]);
  });
});
