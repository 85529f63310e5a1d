import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';

/** The row of an answer to the question whether the teams are in sync: 1 for not at all, 5 for fully. */
export function foldPulse({ timeMs, payload }: StoryEvent, _rules: FactRules): FactRowOf<'pulses'> {
  const { team, inSync } = payload;
  return {
    excluded: null,
    segment: null,
    at_answered: timeMs,
    team: typeof team === 'string' ? team : null,
    in_sync: typeof inSync === 'number' ? inSync : null,
  };
}
