import { type Agreement, compileCalendar, type HolidaySource, type WorkingCalendar } from '@sameteam/agreement';
import type { Absence } from './rosters.ts';

/** The calendars of an agreement, ready to count with; each is compiled when it is first asked for. */
export interface TeamCalendars {
  /** The one of a team or of the nearest team that it is part of; `default` where none has one, and for no team. */
  ofTeam(team: string | null): WorkingCalendar;
  /** `null` for a name that the agreement does not have. */
  named(name: string): WorkingCalendar | null;
  /** Name of the one of a team. */
  nameOf(team: string | null): string;
  /** A calendar that is closed on further days: that of a rep who is away. `null` for a name that there is not. */
  without(name: string, away: readonly Absence[]): WorkingCalendar | null;
}

const dayMs = 86_400_000;
const none: readonly Absence[] = [];
/** Where calendars begin and end. */
const reach = { fromMs: Date.UTC(1900, 0, 1), toMs: Date.UTC(2199, 11, 31) };

/** The days of some absences, each once. */
function awayDays(away: readonly Absence[]): readonly string[] {
  const days = new Set<string>();
  for (const { from, until } of away) {
    const last = Math.min(Date.parse(until), reach.toMs);
    for (let at = Math.max(Date.parse(from), reach.fromMs); at <= last; at += dayMs)
      days.add(new Date(at).toISOString().slice(0, 10));
  }
  return [...days];
}

/** @param holidays `null` for none */
export function teamCalendars({ calendars, teams }: Agreement, holidays: HolidaySource | null): TeamCalendars {
  /** By the very list of absences, which is the same object for as long as it holds. */
  const compiled = new Map<readonly Absence[], Map<string, WorkingCalendar>>();
  const ofTeams = new Map<string | null, WorkingCalendar>();

  const named = (name: string) => without(name, none);

  function without(name: string, away: readonly Absence[]): WorkingCalendar | null {
    let known = compiled.get(away);
    if (known === undefined) {
      known = new Map();
      compiled.set(away, known);
    }
    const found = known.get(name);
    if (found !== undefined) return found;
    const clause = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
    if (clause === undefined) return null;
    const closed = away === none ? clause.closed : [...new Set([...clause.closed, ...awayDays(away)])];
    const calendar = compileCalendar({ ...clause, closed }, { holidays: holidays ?? (() => []) });
    known.set(name, calendar);
    return calendar;
  }

  function nameOf(team: string | null): string {
    if (team === null) return 'default';
    const seen = new Set<string>();
    for (let at: string | undefined = team; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const { calendar, partOf }: Agreement['teams'][string] = (Object.hasOwn(teams, at) ? teams[at] : undefined) ?? {};
      if (calendar !== undefined) return calendar;
      at = partOf;
    }
    return 'default';
  }

  return {
    named,
    nameOf,
    without,
    ofTeam(team) {
      const known = ofTeams.get(team);
      if (known !== undefined) return known;
      const calendar = named(nameOf(team)) ?? (named('default') as WorkingCalendar);
      ofTeams.set(team, calendar);
      return calendar;
    },
  };
}
