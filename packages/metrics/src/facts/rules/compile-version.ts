import { type Agreement, compileCondition, effectiveAgreement } from '@sameteam/agreement';
import { compileSegment, type Surroundings } from './compile-segment.ts';
import type { SegmentRules, VersionRules } from './fact-rules.ts';

/** Compiles a version of the agreement; its segments when they are first asked for. */
export function compileVersion(agreement: Agreement, surroundings: Surroundings): VersionRules {
  const segments = agreement.segments.map(({ id, when }) => ({ id, holds: compileCondition(when) }));
  const exclusions = agreement.exclusions.map(({ id, when }) => ({ id, holds: compileCondition(when) }));
  const plain = compileSegment(agreement, surroundings);
  const compiled = new Map<string, SegmentRules>();
  return {
    agreement,
    hasSegments: segments.length > 0,
    hasExclusions: exclusions.length > 0,
    segmentOf: (context) => segments.find(({ holds }) => holds(context))?.id ?? null,
    exclusionOf: (context) => exclusions.find(({ holds }) => holds(context))?.id ?? null,
    forSegment(segment) {
      if (segment === null) return plain;
      const known = compiled.get(segment);
      if (known !== undefined) return known;
      const effective = effectiveAgreement(agreement, segment);
      const rules = effective === agreement ? plain : compileSegment(effective, surroundings);
      compiled.set(segment, rules);
      return rules;
    },
  };
}
