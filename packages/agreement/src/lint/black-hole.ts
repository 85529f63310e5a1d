import type { PathStep } from '../issue/agreement-issue.ts';
import type { WalkHole } from '../walk/walk.ts';
import { walkAgreement } from '../walk/walk-agreement.ts';
import { overrideThatMakes } from './black-hole-override.ts';
import { holeInWords } from './black-hole-words.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';

interface PlacedHole {
  readonly hole: WalkHole;
  readonly path: readonly PathStep[];
  readonly variant: Variant;
  /** Segments whose override makes the hole; none where it is one of the document. */
  readonly segments: readonly string[];
}

/**
 * Walks every lead through readiness, hand-offs, outcomes and reasons, and finds each state without an owner or
 * without a next step that has a time. Decided, with an example lead and its way there. What each step means is
 * written down in docs/lint/black-hole.md. A hole that the document itself makes is told once, in whatever segment its
 * leads are; one that an override makes is told at the override.
 */
export const blackHole = lintRule({
  code: 'black-hole',
  severity: 'error',
  title: 'Leads can get to where nobody has them, or nothing has to happen next in any time.',
  check: (subject) => [...holesOf(subject).values()].map(toFinding),
});

function holesOf(subject: LintSubject): ReadonlyMap<string, PlacedHole> {
  const { agreement, variants } = subject;
  const placed = new Map<string, PlacedHole>();
  const add = (found: PlacedHole) => {
    const key = keyOf(found.hole, found.path);
    const known = placed.get(key);
    placed.set(
      key,
      known === undefined ? found : { ...known, segments: [...new Set([...known.segments, ...found.segments])] },
    );
  };
  const ownAgreement = variants.filter((variant) => variant.agreement === agreement);
  for (const variant of ownAgreement) {
    for (const hole of walkAgreement(agreement, variant).holes) add({ hole, path: hole.path, variant, segments: [] });
  }
  for (const variant of variants.filter((one) => !ownAgreement.includes(one))) {
    const { holes } = walkAgreement(variant.agreement, variant);
    if (holes.length === 0) continue;
    // What is wrong for these leads without the override as well is no fault of it.
    const before = new Set(walkAgreement(agreement, variant).holes.map((hole) => keyOf(hole, hole.path)));
    for (const hole of holes) {
      const key = keyOf(hole, hole.path);
      if (before.has(key) || placed.has(key)) add({ hole, path: hole.path, variant, segments: [] });
      else add({ hole, path: overridePlace(subject, variant, hole), variant, segments: [variant.segment ?? ''] });
    }
  }
  return placed;
}

function keyOf({ kind }: WalkHole, path: readonly PathStep[]): string {
  return JSON.stringify([kind, path]);
}

/** Where the override says it; else the entry of the override without which there would be no hole. */
function overridePlace(subject: LintSubject, variant: Variant, hole: WalkHole): readonly PathStep[] {
  const place = placeIn(subject, variant, hole.path);
  return place[0] === 'overrides' ? place : overrideThatMakes(subject.agreement, variant, hole);
}

function toFinding({ hole, path, variant, segments }: PlacedHole): LintFinding {
  const { message, remedy, sentence } = holeInWords(variant.agreement, hole);
  const names = segments.map((name) => `"${name}"`).join(', ');
  const of = segments.length === 1 ? 'segment' : 'segments';
  return {
    path,
    atKey: true,
    message: segments.length === 0 ? message : `For leads of ${of} ${names}: ${message}`,
    remedy,
    witness: { lead: hole.lead, steps: hole.steps, sentence },
  };
}
