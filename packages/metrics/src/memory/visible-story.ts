import type { Payload } from '../facts/story/story.ts';
import type { StoryLog } from '../facts/story/story-log.ts';
import type { VisibleLog } from './visible-log.ts';

/** The events that count as folds read them. O(events). */
export function visibleStory({ log, mask, roots, compare }: VisibleLog): StoryLog {
  const type = log.type.view();
  const time = log.timeMs.view();
  const subject = log.subject.view();
  const payload = log.payload.view();
  const places = visiblePlaces(log.length, mask);
  const rootOf = (code: number) => (roots.size === 0 ? code : (roots.get(code) ?? code));
  const parsed: (Payload | undefined)[] = [];
  return {
    count: places.length,
    rank: Uint8Array.from(places, (event) => type[event] as number),
    timeMs: Float64Array.from(places, (event) => time[event] as number),
    subject: Int32Array.from(places, (event) => rootOf(subject[event] as number)),
    payload: Int32Array.from(places, (event) => (payload[event] as number) - 1),
    subjectCount: log.subjects.size,
    subjects: (code) => log.subjects.text(code) ?? '',
    codeOf: (text) => {
      const code = log.subjects.find(text);
      return code === undefined ? -1 : rootOf(code);
    },
    payloads: (code) => {
      parsed[code] ??= JSON.parse(log.payloads.text(code + 1) as string) as Payload;
      return parsed[code] as Payload;
    },
    compareTies: (a, b) => compare(places[a] as number, places[b] as number),
  };
}

function visiblePlaces(length: number, mask: Uint8Array | null): Int32Array {
  if (mask === null) return Int32Array.from({ length }, (_, event) => event);
  let count = 0;
  for (let event = 0; event < length; event++) count += mask[event] as number;
  const places = new Int32Array(count);
  let at = 0;
  for (let event = 0; event < length; event++) if (mask[event] === 1) places[at++] = event;
  return places;
}
