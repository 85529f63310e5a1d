import {
  type Agreement,
  builtinLists,
  compileCondition,
  engagementPoints,
  gradeRanges,
  type HolidaySource,
  parseDuration,
} from '@sameteam/agreement';
import { compileClause } from './compile-clause.ts';
import type { SegmentRules } from './fact-rules.ts';
import type { Rosters } from './rosters.ts';
import { teamCalendars } from './team-calendars.ts';
import type { TimedClause } from './timed-clause.ts';

/** What an agreement depends on beside itself. */
export interface Surroundings {
  readonly holidays: HolidaySource | null;
  readonly rosters: Rosters;
}

/** Compiles an agreement as it holds for the leads of one segment. */
export function compileSegment(agreement: Agreement, { holidays, rosters }: Surroundings): SegmentRules {
  const calendars = teamCalendars(agreement, holidays);
  const clauses = clausesByGrain(agreement);
  const handOffs = compileHandOffs(agreement);
  const profile = (agreement.profile?.rules ?? []).map(({ when, points }) => ({
    holds: compileCondition(when),
    thousandths: Math.round(points * 1000),
  }));
  const grades = gradeRanges(agreement);
  const readiness = agreement.order.readiness.flatMap((name) => {
    const when = agreement.readiness[name];
    return when === undefined ? [] : [{ name, holds: compileCondition(when) }];
  });
  return {
    agreement,
    clauses,
    lists: knownLists(agreement),
    handOffOf: (from, to, context) =>
      handOffs.find((one) => one.from === from && one.to.has(to) && one.holds(context))?.id ?? null,
    engagementPointsOf: (known) => engagementPoints(agreement, known) / 1000,
    gradeOf: (context) => {
      if (grades.length === 0) return null;
      let points = 0;
      for (const rule of profile) if (rule.holds(context)) points += rule.thousandths;
      return grades.find(({ from }) => points >= from)?.grade ?? null;
    },
    readinessOf: (context) => readiness.find(({ holds }) => holds(context))?.name ?? null,
    teamCalendar: calendars.ofTeam,
    calendarOf: ({ calendar, of }, { owner, team }, atMs) => {
      if (calendar === 'team') return calendars.ofTeam(of);
      // The zone of a lead is not known: its own working time is the one that holds where nothing is said.
      if (calendar === 'lead') return calendars.ofTeam(null);
      if (calendar !== 'owner') return calendars.named(calendar) ?? calendars.ofTeam(null);
      if (owner === null) return calendars.ofTeam(team ?? of);
      const own = rosters.calendarOf(owner, atMs);
      const away = rosters.awayOf(owner, atMs);
      const ownCalendar = own === null ? null : calendars.without(own, away);
      return ownCalendar ?? calendars.without(calendars.nameOf(team ?? of), away) ?? calendars.ofTeam(team ?? of);
    },
    revisitAfterMs: (id) => {
      const reason = Object.hasOwn(agreement.reasons, id) ? agreement.reasons[id] : undefined;
      if (reason?.then !== 'recycle' || reason.revisitAfter === undefined) return null;
      return parseDuration(reason.revisitAfter).ms;
    },
  };
}

function clausesByGrain(agreement: Agreement): SegmentRules['clauses'] {
  const byGrain: Record<TimedClause['grain'], TimedClause[]> = { lead: [], cycle: [], opportunity: [] };
  for (const [id, clause] of Object.entries(agreement.sla)) {
    if ('kept' in clause) byGrain[clause.grain].push(compileClause(id, clause, headTeam(agreement, clause.of)));
  }
  return byGrain;
}

/** The team that a team is part of in the end: one of the two sides. */
function headTeam({ teams }: Agreement, team: string): string {
  const seen = new Set<string>();
  let at = team;
  while (!seen.has(at)) {
    seen.add(at);
    at = (Object.hasOwn(teams, at) ? teams[at]?.partOf : undefined) ?? at;
  }
  return at;
}

function compileHandOffs({ handOffs, order, territories }: Agreement) {
  return order.handOffs.flatMap((id) => {
    const handOff = handOffs[id];
    if (handOff === undefined) return [];
    const byTerritory = handOff.assign !== undefined && 'territory' in handOff.assign;
    const to = new Set([handOff.to, ...(byTerritory ? territories.map(({ team }) => team) : [])]);
    return [{ id, from: handOff.from, to, holds: compileCondition(handOff.when) }];
  });
}

/** Lists that are kept in files are not part of the log; of those that come with Sameteam the entries are known. */
function knownLists({ lists }: Agreement): SegmentRules['lists'] {
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, list]) => list === 'builtin')
      .map(([name]) => [name, new Set(builtinLists[name] ?? [])]),
  );
}
