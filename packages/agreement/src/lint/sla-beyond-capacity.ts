import type { Agreement, SlaClause } from '../agreement.ts';
import type { CalendarGrain } from '../vocabulary/states.ts';
import { eachVariant } from './each-variant.ts';
import { countInWords, numberInWords } from './in-words.ts';
import { type LintFinding, lintRule, type Variant } from './lint-rule.ts';
import { calendarOf, weekMinutes } from './nominal-time.ts';
import { readinessOfCondition } from './possible-readiness.ts';
import { isRelated, teamsAbove } from './team-tree.ts';

type Volume = Extract<SlaClause, { readonly count: unknown }>;

/** A year has 52 weeks here, and holidays are working days: capacity is told rather too high than too low. */
const weeksIn = { week: 1, month: 52 / 12, quarter: 13, year: 52 } as const;

/**
 * One side promises more leads than the other can work on in the way it promises. Leads are shared among teams by the
 * readiness that hand-offs ask for; what cannot be told for certain counts for nobody. A team is looked at where it
 * declares its capacity.
 */
export const slaBeyondCapacity = lintRule({
  code: 'sla-beyond-capacity',
  severity: 'warning',
  title: 'More leads are promised than the other side can work on.',
  check: (subject) =>
    eachVariant(subject, (variant) =>
      Object.entries(variant.agreement.sla).flatMap(([name, clause]) =>
        'count' in clause && isOwn(variant, subject.agreement, name) ? beyond(variant.agreement, name, clause) : [],
      ),
    ),
});

// The numbers of the document are those of all leads, so that a segment is only asked for its own.
function isOwn({ segment }: Variant, { overrides }: Agreement, name: string): boolean {
  if (segment === null) return true;
  const patch = overrides[segment]?.sla;
  return typeof patch === 'object' && patch !== null && name in patch;
}

function beyond(agreement: Agreement, name: string, clause: Volume): readonly LintFinding[] {
  const { per } = clause;
  return [...leadsByTeam(agreement, clause)].flatMap(([team, byReadiness]) => {
    const leads = [...byReadiness.values()].reduce((sum, count) => sum + count, 0);
    const attempts = [...byReadiness].reduce(
      (sum, [readiness, count]) => sum + count * attemptsOwed(agreement, team, readiness),
      0,
    );
    const worst = sums(agreement, team, { per, leads, attempts })
      .filter(({ owed, can }) => owed > can)
      .sort((a, b) => b.owed / b.can - a.owed / a.can)[0];
    if (worst === undefined) return [];
    return [
      {
        path: ['sla', name, 'count'],
        message: `By the SLA "${name}" the team "${team}" gets ${countInWords(leads, 'lead', 'leads')} in a ${per}: ${worst.needs}. It has ${worst.has}. Both promises cannot be kept together.`,
        remedy: 'Promise fewer leads, hand off fewer of them, ask for fewer attempts, or give the team more people.',
      },
    ];
  });
}

interface Sum {
  readonly owed: number;
  readonly can: number;
  readonly needs: string;
  readonly has: string;
}

function sums(
  agreement: Agreement,
  team: string,
  load: { readonly per: CalendarGrain; readonly leads: number; readonly attempts: number },
): readonly Sum[] {
  const capacity = agreement.teams[team]?.capacity;
  if (capacity === undefined) return [];
  const { people, attempts, minutesPerLead, leads } = capacity;
  const calendar = calendarOf(agreement, team);
  const weeks = load.per === 'day' ? 1 / calendar.days.length : weeksIn[load.per];
  const days = calendar.days.length * weeks;
  const staff = countInWords(people, 'person', 'people');
  const time = countInWords(days, 'working day', 'working days');
  const found: Sum[] = [];
  if (leads !== undefined) {
    const can = people * leads * days;
    const has = `${staff} × ${countInWords(leads, 'new lead', 'new leads')} × ${time} = ${numberInWords(can)}`;
    found.push({ owed: load.leads, can, needs: countInWords(load.leads, 'new lead', 'new leads'), has });
  }
  if (attempts !== undefined && load.attempts > 0) {
    const can = people * attempts * days;
    const has = `${staff} × ${countInWords(attempts, 'attempt', 'attempts')} × ${time} = ${numberInWords(can)}`;
    found.push({
      owed: load.attempts,
      can,
      needs: `up to ${countInWords(load.attempts, 'attempt is', 'attempts are')} owed`,
      has,
    });
  }
  if (minutesPerLead !== undefined) {
    const hours = (weekMinutes(calendar) / 60) * weeks;
    const owed = (load.leads * minutesPerLead) / 60;
    const needs = `× ${countInWords(minutesPerLead, 'minute', 'minutes')} = ${countInWords(owed, 'hour', 'hours')} of work`;
    found.push({
      owed,
      can: people * hours,
      needs,
      has: `${staff} × ${countInWords(hours, 'hour', 'hours')} = ${numberInWords(people * hours)}`,
    });
  }
  return found;
}

/** What a volume brings to each team, by readiness; `qualified` leads of several teams are left out. */
function leadsByTeam(agreement: Agreement, clause: Volume): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { order, qualified } = agreement;
  const counts = new Map(Object.entries(clause.count));
  const shared = new Map<string, Map<string, number>>();
  const add = (team: string | null, readiness: string, count: number) => {
    if (team === null || count <= 0) return;
    const ofTeam = shared.get(team) ?? new Map<string, number>();
    shared.set(team, ofTeam.set(readiness, (ofTeam.get(readiness) ?? 0) + count));
  };
  for (const readiness of order.readiness) {
    add(receiver(agreement, clause.of, readiness), readiness, counts.get(readiness) ?? 0);
  }
  if (qualified === undefined) return shared;
  const possible = order.readiness.filter((name) =>
    readinessOfCondition(qualified.when, order.readiness).possible.has(name),
  );
  const told = possible.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const untold = possible.filter((name) => !counts.has(name));
  const receivers = new Set(untold.map((name) => receiver(agreement, clause.of, name)));
  const [only = null] = receivers;
  // Of several kinds, the one with the fewest attempts: the least that the rest can ask for.
  const [easiest] = [...untold].sort((a, b) => attemptsOwed(agreement, only, a) - attemptsOwed(agreement, only, b));
  if (receivers.size === 1 && easiest !== undefined) add(only, easiest, (counts.get('qualified') ?? 0) - told);
  return shared;
}

/** The team that gets every lead of a readiness from a team; `null` where that depends on something else. */
function receiver(agreement: Agreement, from: string, readiness: string): string | null {
  const { order, handOffs } = agreement;
  for (const name of order.handOffs) {
    const handOff = handOffs[name];
    if (handOff === undefined || !isRelated(agreement, handOff.from, from)) continue;
    const { possible, certain } = readinessOfCondition(handOff.when, order.readiness);
    if (!possible.has(readiness)) continue;
    const isSpread = handOff.assign !== undefined && 'territory' in handOff.assign;
    return certain.has(readiness) && !isSpread ? handOff.to : null;
  }
  return null;
}

/** The most attempts that a team or one above it owes on each lead of a readiness. */
function attemptsOwed(agreement: Agreement, team: string | null, readiness: string): number {
  if (team === null) return 0;
  const owing = teamsAbove(agreement, team);
  const owed = Object.values(agreement.sla).map((clause) => {
    if (!('kept' in clause) || clause.grain === 'opportunity' || !owing.includes(clause.of)) return 0;
    const { certain } = readinessOfCondition(clause.applies ?? {}, agreement.order.readiness);
    if (!certain.has(readiness)) return 0;
    if ('attempts' in clause.kept) return clause.kept.attempts;
    return 'attempt' in clause.kept ? 1 : 0;
  });
  return Math.max(0, ...owed);
}
