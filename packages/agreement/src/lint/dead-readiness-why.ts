import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { gradeRanges } from '../scoring/profile-points.ts';
import { conflictingParts } from '../solve/conflicting-parts.ts';
import { findLead } from '../solve/find-lead.ts';
import { mostEngagement, mostFitting } from '../solve/most-points.ts';
import type { SolvedLead } from '../solve/solved-lead.ts';
import { takenBy } from '../solve/taken-by.ts';
import { conditionInWords } from '../words/condition-in-words.ts';
import type { LeadsOfOneKind } from './dead-readiness.ts';
import { namesInWords } from './in-words.ts';
import { leadInWords } from './lead-in-words.ts';
import type { Witness } from './witness.ts';

interface Why {
  /** The end of a sentence. */
  readonly why: string;
  readonly witness: Witness;
}

/**
 * Why no lead has a readiness. The example is a lead that meets its condition and is taken by an earlier readiness; where
 * no lead meets it, the one that comes nearest: with the most points, or with all but one part of the condition.
 * @param alive what leads can be
 */
export function whyDead({ agreement, are }: LeadsOfOneKind, name: string, alive: readonly string[]): Why {
  const condition = agreement.readiness[name] ?? {};
  const find = (wanted: Condition) => findLead(agreement, { all: [are, wanted] });
  const can = `Leads can be ${namesInWords(alive, 'or')}.`;
  const taken = find(condition);
  if (taken !== null) {
    const earlier = agreement.order.readiness.slice(0, agreement.order.readiness.indexOf(name));
    const takers = takenBy(
      condition,
      earlier.map((other) => ({ name: other, when: agreement.readiness[other] ?? {} })),
      (wanted) => find(wanted) !== null,
    ).map((taker) => taker.name);
    return {
      why: `whoever meets its condition is ${namesInWords(takers, 'or')} already, which ${takers.length === 1 ? 'comes' : 'come'} first`,
      witness: { lead: taken, steps: [], sentence: `Meets the condition of "${name}": ${leadInWords(taken)} ${can}` },
    };
  }
  const parts = conflictingParts(condition, (wanted) => find(wanted) !== null);
  const { why, nearest } = whyNever(agreement, are, parts);
  return {
    why,
    witness: {
      lead: nearest,
      steps: [],
      sentence: nearest === null ? can : `The nearest: ${leadInWords(nearest)} ${can}`,
    },
  };
}

interface Never {
  readonly why: string;
  readonly nearest: SolvedLead | null;
}

function whyNever(agreement: Agreement, are: Condition, parts: readonly Condition[]): Never {
  const [part, ...others] = parts;
  if (part === undefined) return { why: 'no lead meets its condition', nearest: findLead(agreement, are) };
  if (others.length === 0 && 'engagement' in part && 'atLeast' in part.engagement) {
    const { atLeast } = part.engagement;
    const nearest = mostEngagement(agreement, are, { below: atLeast });
    return {
      why: `it asks for ${atLeast} points of engagement, and no lead can have more than ${nearest?.engagementPoints ?? 0}`,
      nearest,
    };
  }
  if (others.length === 0 && 'grade' in part) {
    const asked = gradeRanges(agreement).filter(({ grade }) => part.grade.includes(grade));
    const below = Math.min(...asked.map(({ from }) => from)) / 1000;
    const nearest = Number.isFinite(below) ? mostFitting(agreement, are, { below }) : null;
    if (nearest !== null && (nearest.profilePoints ?? 0) < below) {
      return {
        why: `grade ${part.grade.join(' or ')} asks for ${below} points of the profile, and no lead can have more than ${nearest.profilePoints ?? 0}`,
        nearest,
      };
    }
  }
  const words = parts.map((one) => conditionInWords(one, agreement)).join('; ');
  return {
    why: others.length === 0 ? `no lead can meet its condition (${words})` : `these never hold together: ${words}`,
    nearest: findLead(agreement, { all: [are, ...others] }),
  };
}
