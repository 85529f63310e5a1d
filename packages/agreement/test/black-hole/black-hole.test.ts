import { type Agreement, effectiveAgreement, lintAgreement, mergePatch, normaliseAgreement } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackHole } from '../../src/lint/black-hole.ts';
import { walkAgreement } from '../../src/walk/walk-agreement.ts';
import { isConfirmed, simulatedHoles } from './black-hole-simulation.ts';
import { randomAgreements, soundAgreement } from './random-agreements.ts';

const named = (kind: string, place: string) => `${kind} at ${place}`;

/** What the walk finds for the leads of a segment, and what playing single leads finds. */
function both(agreement: Agreement, segment: string | null) {
  const { holes } = walkAgreement(effectiveAgreement(agreement, segment), { segment });
  return {
    holes,
    walked: holes.map(({ kind, path }) => named(kind, path.join('.'))).sort(),
    played: simulatedHoles(agreement, segment)
      .map(({ kind, place }) => named(kind, place))
      .sort(),
  };
}

function segmentsOf({ segments }: Agreement): readonly (string | null)[] {
  return [null, ...segments.map(({ id }) => id)];
}

describe('black holes in random agreements', () => {
  it('are those that single leads fall into, and each example does', { timeout: 900_000 }, () => {
    let clean = 0;
    const seen = new Map<string, number>();
    const runs = 2000;
    fc.assert(
      fc.property(randomAgreements, (agreement) => {
        const found = segmentsOf(agreement).flatMap((segment) => {
          const { holes, walked, played } = both(agreement, segment);
          expect(walked).toEqual(played);
          for (const hole of holes) expect(isConfirmed(agreement, segment, hole)).toBe(true);
          return holes;
        });
        if (found.length === 0) clean++;
        for (const kind of new Set(found.map((hole) => hole.kind))) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(clean).toBeGreaterThan(runs * 0.1);
    expect(runs - clean).toBeGreaterThan(runs * 0.3);
    // Every kind of hole was there.
    expect(seen.size).toBe(11);
    expect(Math.min(...seen.values())).toBeGreaterThan(runs * 0.01);
  });

  it('are told by the rule if and only if a lead of some segment falls into one', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(randomAgreements, (agreement) => {
        const issues = lintAgreement(agreement, { asOf: 0, rules: [blackHole] });
        const played = segmentsOf(agreement).flatMap((segment) => simulatedHoles(agreement, segment));
        expect(issues.length > 0).toBe(played.length > 0);
        expect(new Set(issues.map(({ message, pointer }) => `${pointer} ${message}`)).size).toBe(issues.length);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

describe('a sound agreement', () => {
  const lacking = (patch: Parameters<typeof mergePatch>[1]) => {
    const { walked, played } = both(
      normaliseAgreement(
        mergePatch(soundAgreement as Parameters<typeof mergePatch>[0], patch) as typeof soundAgreement,
      ),
      null,
    );
    expect(played).toEqual(walked);
    return walked;
  };

  it('has no hole', () => {
    expect(lacking({})).toEqual([]);
  });

  it('has the hole of each SLA that is taken away', () => {
    expect(lacking({ sla: { decision: null } })).toEqual([
      'undecided at handOffs.to_sales',
      'undecided at handOffs.to_sdr',
    ]);
    expect(lacking({ sla: { follow_up: null } })).toEqual(['accepted at sla.decision.kept']);
    expect(lacking({ sla: { deal_alive: null } })).toEqual([
      'deal-open at handOffs.sdr_to_sales.opens',
      'deal-open at sla.follow_up.kept',
    ]);
    expect(lacking({ sla: { passed_on: null } })).toEqual(['field-lacking at handOffs.to_sales.requires']);
  });

  it('has no hole without what nobody needs', () => {
    expect(lacking({ sla: { taken_back: null, looked_after: null, own_deals: null } })).toEqual([]);
    expect(lacking({ programs: { drip: null } })).toEqual([]);
    expect(lacking({ reasons: { wrong_profile: null } })).toEqual([]);
    expect(lacking({ handOffs: { sdr_to_sales: null } })).toEqual([]);
  });

  it('has the hole of each program, reason and hand-off that is taken away', () => {
    const reasons = { not_ready: { program: null } };
    expect(lacking({ reasons, programs: { newsletter: null, drip: null } })).toEqual(['not-taken at readiness.raw']);
    expect(lacking({ programs: { newsletter: { next: null } } })).toEqual([
      'program-over at programs.newsletter.atMost',
    ]);
    expect(lacking({ reasons: { not_ready: null, wrong_profile: null } })).toEqual(['no-reason at reasons']);
    expect(lacking({ handOffs: { to_sales: null } })).toEqual(['not-taken at readiness.hot']);
  });
});
