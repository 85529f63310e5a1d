import type { Agreement, SlaClause } from '../agreement.ts';
import { parseDuration } from '../duration/parse-duration.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { eachVariant } from './each-variant.ts';
import { type LintFinding, lintRule } from './lint-rule.ts';
import { calendarOf, nominalDays } from './nominal-time.ts';

type Measure = Extract<SlaClause, { readonly metric: string }>;
type TimedSla = Extract<SlaClause, { readonly kept: unknown }>;

/** An SLA that cannot be kept or carried out as it is written, alone or beside another one. */
export const contradictorySla = lintRule({
  code: 'contradictory-sla',
  severity: 'error',
  title: 'An SLA that contradicts itself or another one.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) =>
      Object.entries(agreement.sla).flatMap(([name, clause]) => {
        if ('metric' in clause) return crossedBounds(agreement, name, clause);
        return 'kept' in clause ? [...uselessSteps(agreement, name, clause), ...tooSoon(agreement, name, clause)] : [];
      }),
    ),
});

function crossedBounds(agreement: Agreement, name: string, clause: Measure): readonly LintFinding[] {
  const { metric, per, atLeast, atMost } = clause;
  if (atLeast === undefined) return [];
  if (atMost !== undefined && atLeast > atMost) {
    return [
      {
        path: ['sla', name, 'atLeast'],
        message: `The SLA "${name}" wants "${metric}" to be at least ${atLeast} and at most ${atMost}, which no number is, so that it can never be kept.`,
        remedy: 'Exchange the two, or remove one.',
      },
    ];
  }
  return Object.entries(agreement.sla).flatMap(([other, against]) => {
    if (!('metric' in against) || against.metric !== metric || against.per !== per || against.atMost === undefined)
      return [];
    if (
      other === name ||
      against.atMost >= atLeast ||
      (against.atLeast ?? 0) > against.atMost ||
      !isSameLeads(clause, against)
    )
      return [];
    return [
      {
        path: ['sla', name, 'atLeast'],
        message: `The SLA "${name}" wants "${metric}" to be at least ${atLeast}, and "${other}" wants it to be at most ${against.atMost}, so that one of them is always broken.`,
        remedy: 'Keep one of them, or let them be about different leads.',
      },
    ];
  });
}

function isSameLeads(one: SlaClause, other: SlaClause): boolean {
  return JSON.stringify(one.applies ?? {}) === JSON.stringify(other.applies ?? {});
}

function uselessSteps(agreement: Agreement, name: string, { of, within, then }: TimedSla): readonly LintFinding[] {
  const at = (index: number, key: string): readonly PathStep[] => ['sla', name, 'then', index, key];
  return then.flatMap((step, index): readonly LintFinding[] => {
    if ('reassign' in step && step.reassign === of) {
      return [
        {
          path: at(index, 'reassign'),
          message: `When "${of}" breaks the SLA "${name}", the lead is given to "${of}", which has it already, so that nothing changes.`,
          remedy: 'Give it to another team or back to the "pool", or notify somebody.',
        },
      ];
    }
    if (!('remind' in step) || parseDuration(step.remind).ms === null) return [];
    // Working time takes at least as long as its hours, and a working day, for this, as long as a day.
    const limit = parseDuration(within.time);
    const hours =
      limit.ms === null
        ? limit.amount * { wd: 24, wh: 1, wm: 1 / 60, d: 0, h: 0, m: 0 }[limit.unit]
        : limit.ms / 3_600_000;
    const before = nominalDays(step.remind, calendarOf(agreement, of)) * 24;
    if (before < hours) return [];
    return [
      {
        path: at(index, 'remind'),
        message: `The SLA "${name}" is due ${within.time} after its start and reminds ${step.remind} before it is due, which is before the clock starts.`,
        remedy: `Remind later than that: less than ${within.time} before it is due.`,
      },
    ];
  });
}

const givingUp = ['lead.rejected', 'lead.recycled', 'lead.disqualified'];

/** A decision that can only be against the lead, due before the attempts that the reason for it needs. */
function tooSoon(agreement: Agreement, name: string, clause: TimedSla): readonly LintFinding[] {
  const { kept, within, from } = clause;
  if (!Array.isArray(kept) || kept.some((event) => !givingUp.includes(event))) return [];
  const calendar = calendarOf(agreement, clause.of);
  const reasons = Object.entries(agreement.reasons);
  if (reasons.some(([, { needs }]) => needs === undefined)) return [];
  return reasons.flatMap(([reason, { needs = '' }]) => {
    const needed = agreement.sla[needs];
    if (needed === undefined || !('kept' in needed) || !('attempts' in needed.kept) || needed.from !== from) return [];
    if (nominalDays(within.time, calendar) >= nominalDays(needed.within.time, calendar)) return [];
    return [
      {
        path: ['sla', name, 'within'],
        message: `The SLA "${name}" wants a decision within ${within.time}, but the reason "${reason}" needs "${needs}", for which there are ${needed.within.time}: who takes that time breaks "${name}".`,
        remedy: `Give "${name}" at least ${needed.within.time}, or let accepting the lead keep it as well.`,
      },
    ];
  });
}
