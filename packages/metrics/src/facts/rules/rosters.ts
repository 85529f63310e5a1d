import { eventRank } from '@sameteam/model';
import { Temporal } from 'temporal-polyfill';
import type { StoryEvent } from '../story/story.ts';

const rosterChanged = eventRank('roster.changed');

/** Where somebody works, as it was once said. */
interface Post {
  readonly saidMs: number;
  readonly team: string;
  readonly calendar: string | null;
  /** First instant, and the first after it. */
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Days on which somebody does not work, both included, such as `2026-12-24`. */
export interface Absence {
  readonly from: string;
  readonly until: string;
}

/** Who works where, by instant. */
export interface Rosters {
  teamOf(rep: string, atMs: number): string | null;
  calendarOf(rep: string, atMs: number): string | null;
  /** The absences of a rep as they were known then; the list that was said last. */
  awayOf(rep: string, atMs: number): readonly Absence[];
}

const never: readonly Absence[] = [];

/**
 * Who works where by the events of rosters: what was said last by an instant, of what covers the instant. A change that is
 * said in advance leaves the post before it in force until it begins.
 * @param events in their order
 * @param timeZone in which `from` and `until` are days
 */
export function rosters(events: readonly StoryEvent[], timeZone: string): Rosters {
  const posts = new Map<string, Post[]>();
  const absences = new Map<string, { readonly saidMs: number; readonly away: readonly Absence[] }[]>();
  for (const { rank, subject, timeMs, payload } of events) {
    if (rank !== rosterChanged) continue;
    const rep = subject.slice(subject.indexOf('/') + 1);
    if (Array.isArray(payload.away)) {
      const said = { saidMs: timeMs, away: payload.away.filter(isAbsence) };
      absences.set(rep, [...(absences.get(rep) ?? []), said]);
    }
    if (typeof payload.team !== 'string') continue;
    const known = posts.get(rep) ?? [];
    posts.set(rep, known);
    known.push({
      saidMs: timeMs,
      team: payload.team,
      calendar: typeof payload.calendar === 'string' ? payload.calendar : null,
      fromMs: dayMs(payload.from, 0, timeZone) ?? Number.NEGATIVE_INFINITY,
      untilMs: dayMs(payload.until, 1, timeZone) ?? Number.POSITIVE_INFINITY,
    });
  }
  function postOf(rep: string, atMs: number): Post | null {
    const known = posts.get(rep);
    if (known === undefined) return null;
    for (let at = known.length - 1; at >= 0; at--) {
      const post = known[at] as Post;
      if (post.saidMs <= atMs && post.fromMs <= atMs && atMs < post.untilMs) return post;
    }
    return null;
  }
  return {
    teamOf: (rep, atMs) => postOf(rep, atMs)?.team ?? null,
    calendarOf: (rep, atMs) => postOf(rep, atMs)?.calendar ?? null,
    awayOf: (rep, atMs) => absences.get(rep)?.findLast(({ saidMs }) => saidMs <= atMs)?.away ?? never,
  };
}

function isAbsence(value: unknown): value is Absence {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value;
}

function dayMs(day: unknown, later: number, timeZone: string): number | null {
  if (typeof day !== 'string') return null;
  return Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone).epochMilliseconds;
}
