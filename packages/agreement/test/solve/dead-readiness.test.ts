import {
  type Agreement,
  type AgreementIssue,
  effectiveAgreement,
  evaluateCondition,
  findLead,
  judgeLead,
  leadContext,
  lintAgreement,
  type SolvedLead,
} from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadReadiness } from '../../src/lint/dead-readiness.ts';
import { everyOutcome, judgeByHand } from './every-lead.ts';
import { randomAgreement } from './random-agreement.ts';

/** `SAMETEAM_SOLVER_RUNS=20000` tries as many agreements. */
const runs = Number(process.env.SAMETEAM_SOLVER_RUNS ?? 2000);

/** Which readiness is dead, by the outcomes that leads have: once for those of one kind, with the place. */
function deadByHand(agreement: Agreement, outcomes: ReadonlySet<string>): readonly string[] {
  const segments = agreement.segments.map(({ id }) => id);
  const own = segments.filter((id) => agreement.overrides[id] !== undefined);
  const kinds: readonly (readonly (string | null)[])[] = [
    [null, ...segments.filter((id) => !own.includes(id))],
    ...own.map((id) => [id]),
  ];
  return kinds.flatMap((kind) => {
    const [first = null] = kind;
    const has = (name: string | null) => kind.some((segment) => outcomes.has(`${segment}/${name}`));
    const names = effectiveAgreement(agreement, first).order.readiness;
    // Without any lead of a kind, nothing is said of its readiness.
    if (![null, ...names].some(has)) return [];
    return names
      .filter((name) => !has(name))
      .map((name) => (first === null ? `/readiness/${name}` : `/overrides/${first}/readiness/${name}`));
  });
}

/** Judges an example by hand and says whether it comes to the same. */
function confirm(agreement: Agreement, lead: SolvedLead): void {
  const byHand = judgeByHand(agreement, leadContext(lead, agreement));
  expect(byHand).toEqual({
    excluded: false,
    segment: lead.segment,
    grade: lead.grade,
    readiness: lead.readiness,
    engagementThousandths: Math.round(lead.engagementPoints * 1000),
  });
}

/** Whether the example of an issue shows what its sentence says. */
function confirmWitness(agreement: Agreement, { witness, pointer, message }: AgreementIssue): void {
  const lead = witness?.lead ?? null;
  if (lead === null) return;
  const [, segment = null] = /^\/overrides\/([^/]+)/.exec(pointer) ?? [];
  const own = effectiveAgreement(agreement, segment);
  const name = pointer.split('/').at(-1) ?? '';
  const solved = judgeLead(effectiveAgreement(agreement, lead.segment), lead);
  confirm(agreement, solved);
  const meets = evaluateCondition(own.readiness[name] ?? {}, leadContext(solved, own));
  expect(meets).toBe(message.includes('already'));
  expect(solved.readiness).not.toBe(name);
}

describe('dead-readiness', () => {
  it('agrees with trying every lead, and its examples hold', { timeout: 1_200_000 }, () => {
    const seen = { dead: 0, alive: 0, agreements: 0, large: 0, examples: 0 };
    fc.assert(
      fc.property(randomAgreement, (agreement) => {
        const outcomes = everyOutcome(agreement);
        if (outcomes === null) {
          seen.large++;
          return;
        }
        seen.agreements++;
        const issues = lintAgreement(agreement, { asOf: 0, rules: [deadReadiness] });
        expect(issues.map(({ pointer }) => pointer).sort()).toEqual([...deadByHand(agreement, outcomes)].sort());
        for (const issue of issues) confirmWitness(agreement, issue);
        seen.examples += issues.filter(({ witness }) => (witness?.lead ?? null) !== null).length;
        // The solver by itself: every segment and readiness, each with a lead or without.
        for (const segment of [null, ...agreement.segments.map(({ id }) => id)]) {
          const own = effectiveAgreement(agreement, segment);
          for (const name of own.order.readiness) {
            const none = agreement.exclusions.map(({ when }) => ({ not: when }));
            const lead = findLead(own, { all: [{ readiness: [name] }, ...none] }, { segment });
            expect([segment, name, lead !== null]).toEqual([segment, name, outcomes.has(`${segment}/${name}`)]);
            seen[lead === null ? 'dead' : 'alive']++;
            if (lead !== null) confirm(agreement, lead);
          }
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
    // Agreements with too many different leads to be tried one by one are left out, about one in eight, and counted.
    expect(seen.agreements / runs).toBeGreaterThan(0.8);
    expect(Math.min(seen.dead, seen.alive)).toBeGreaterThan(runs);
    expect(seen.examples).toBeGreaterThan(runs / 2);
  });
});
