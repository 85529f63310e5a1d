import type { LintFinding, LintSubject, Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';

interface Placed extends LintFinding {
  readonly segments: readonly string[];
}

/**
 * Looks at the agreement of leads of no segment, and then at that of each segment for what only that one has: the
 * place is where the override says it, and the sentence names the segments.
 * @param check finds places in the agreement of one variant
 */
export function eachVariant(
  subject: LintSubject,
  check: (variant: Variant) => readonly LintFinding[],
): readonly LintFinding[] {
  const base: LintFinding[] = [];
  const placed = new Map<string, Placed>();
  for (const variant of subject.variants) {
    const { segment, agreement } = variant;
    if (segment === null) base.push(...check(variant));
    else if (agreement !== subject.agreement) {
      for (const found of check(variant)) {
        const path = placeIn(subject, variant, found.path);
        if (base.some((known) => isSame(known, found, path))) continue;
        const key = JSON.stringify([path, found.message]);
        placed.set(key, { ...found, path, segments: [...(placed.get(key)?.segments ?? []), segment] });
      }
    }
  }
  return [...base, ...[...placed.values()].map(ofSegments)];
}

// Where the override says nothing of its own, the same place is the same fault, whatever numbers the sentence tells.
function isSame(known: LintFinding, found: LintFinding, path: LintFinding['path']): boolean {
  const samePath = (other: LintFinding['path']) => JSON.stringify(known.path) === JSON.stringify(other);
  return samePath(path) || (samePath(found.path) && known.message === found.message);
}

function ofSegments({ segments, ...found }: Placed): LintFinding {
  const names = segments.map((name) => `"${name}"`).join(', ');
  return {
    ...found,
    message: `For leads of ${segments.length === 1 ? 'segment' : 'segments'} ${names}: ${found.message}`,
  };
}
