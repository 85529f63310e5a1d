import { type Agreement, compileCalendar, type HolidaySource, type WorkingCalendar } from '@sameteam/agreement';

/** The calendars of an agreement, ready to count with; each is compiled when it is first asked for. */
export interface TeamCalendars {
  /** The one of a team or of the nearest team that it is part of; `default` where none has one, and for no team. */
  ofTeam(team: string | null): WorkingCalendar;
  /** `null` for a name that the agreement does not have. */
  named(name: string): WorkingCalendar | null;
}

/** @param holidays `null` for none */
export function teamCalendars({ calendars, teams }: Agreement, holidays: HolidaySource | null): TeamCalendars {
  const compiled = new Map<string, WorkingCalendar>();
  const ofTeams = new Map<string | null, WorkingCalendar>();

  function named(name: string): WorkingCalendar | null {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const clause = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
    if (clause === undefined) return null;
    const calendar = compileCalendar(clause, { holidays: holidays ?? (() => []) });
    compiled.set(name, calendar);
    return calendar;
  }

  function nameOf(team: string): string {
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
    ofTeam(team) {
      const known = ofTeams.get(team);
      if (known !== undefined) return known;
      const calendar = named(team === null ? 'default' : nameOf(team)) ?? (named('default') as WorkingCalendar);
      ofTeams.set(team, calendar);
      return calendar;
    },
  };
}
