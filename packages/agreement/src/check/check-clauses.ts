import { nearestName } from '@sameteam/model';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { isTimeZone } from '../schema/time-zone.ts';
import { builtinLists } from '../vocabulary/builtin-lists.ts';
import { grades } from '../vocabulary/states.ts';

/** Finds clauses that are right by themselves and wrong beside the others of their section. */
export function checkClauses(document: AgreementDocument): readonly Finding[] {
  return [
    ...duplicateIds(document),
    ...reservedNames(document),
    ...circularTeams(document),
    ...unorderedGrades(document),
    ...wrongRates(document),
    ...unknownBuiltins(document),
    ...unknownZones(document),
  ];
}

function duplicateIds(document: AgreementDocument): readonly Finding[] {
  const sections: readonly {
    readonly path: readonly PathStep[];
    readonly entries: readonly { readonly id?: string }[];
  }[] = [
    { path: ['exclusions'], entries: document.exclusions },
    { path: ['segments'], entries: document.segments },
    { path: ['territories'], entries: document.territories },
    { path: ['profile', 'rules'], entries: document.profile?.rules ?? [] },
    { path: ['engagement', 'rules'], entries: document.engagement?.rules ?? [] },
    { path: ['questions'], entries: document.questions },
    { path: ['goals'], entries: document.goals.map(({ id, metric }) => ({ id: id ?? metric })) },
    ...Object.entries(document.pipelines).map(([name, { stages }]) => ({
      path: ['pipelines', name, 'stages'],
      entries: stages,
    })),
  ];
  return sections.flatMap(({ path, entries }) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id }, index) => {
      if (id === undefined) return [];
      if (seen.has(id))
        return [finding('duplicate-id', { path: [...path, index, 'id'] }, { id, section: path.join('.') })];
      seen.add(id);
      return [];
    });
  });
}

const reserved: readonly {
  readonly section: 'calendars' | 'teams';
  readonly meanings: Readonly<Record<string, string>>;
}[] = [
  {
    section: 'calendars',
    meanings: {
      owner: "the working time of the lead's owner",
      team: 'the working time of the team',
      lead: 'the working time of the lead',
    },
  },
  { section: 'teams', meanings: { pool: 'nobody yet, in "reassign"', head: 'the head of the team, in "notify"' } },
];

function reservedNames(document: AgreementDocument): readonly Finding[] {
  return reserved.flatMap(({ section, meanings }) =>
    Object.entries(meanings).flatMap(([name, meaning]) =>
      Object.hasOwn(document[section], name)
        ? [finding('reserved-name', { path: [section, name], atKey: true }, { name, meaning })]
        : [],
    ),
  );
}

function circularTeams({ teams }: AgreementDocument): readonly Finding[] {
  const reported = new Set<string>();
  return Object.keys(teams).flatMap((start) => {
    const above: string[] = [];
    let team: string | undefined = start;
    while (team !== undefined && Object.hasOwn(teams, team) && !above.includes(team)) {
      above.push(team);
      team = teams[team]?.partOf;
    }
    if (team !== start || reported.has(start)) return [];
    for (const one of above) reported.add(one);
    return [finding('team-circular', { path: ['teams', start, 'partOf'] }, { teams: above })];
  });
}

function unorderedGrades({ profile }: AgreementDocument): readonly Finding[] {
  const given = grades.flatMap((grade) => {
    const points = profile?.grades[grade];
    return points === undefined ? [] : [{ grade, points }];
  });
  return given.flatMap(({ grade, points }, index) => {
    const better = given[index - 1];
    if (better === undefined || points < better.points) return [];
    return [finding('grades-unordered', { path: ['profile', 'grades', grade] }, { grade, better: better.grade })];
  });
}

function wrongRates({ rates, currency: own }: AgreementDocument): readonly Finding[] {
  return Object.entries(rates).flatMap(([currency, dated]) => {
    if (currency === own)
      return [finding('rate-of-own-currency', { path: ['rates', currency], atKey: true }, { currency })];
    const wrong = dated.findIndex(({ from = '' }, index) => index > 0 && from <= (dated[index - 1]?.from ?? ''));
    return wrong < 0 ? [] : [finding('rates-unordered', { path: ['rates', currency, wrong] }, { currency })];
  });
}

function unknownZones({ timeZone, calendars }: AgreementDocument): readonly Finding[] {
  const named: readonly { readonly path: readonly PathStep[]; readonly zone: string }[] = [
    { path: ['timeZone'], zone: timeZone },
    ...Object.entries(calendars).flatMap(([name, { zone }]) =>
      zone === undefined ? [] : [{ path: ['calendars', name, 'zone'], zone }],
    ),
  ];
  return named
    .filter(({ zone }) => !isTimeZone(zone))
    .map(({ path, zone }) => {
      const nearest = nearestName(zone, Intl.supportedValuesOf('timeZone'));
      return finding('zone-unknown', { path }, { zone, nearest });
    });
}

function unknownBuiltins({ lists }: AgreementDocument): readonly Finding[] {
  const known = Object.keys(builtinLists);
  return Object.entries(lists).flatMap(([name, list]) =>
    list === 'builtin' && !Object.hasOwn(builtinLists, name)
      ? [
          finding(
            'builtin-undefined',
            { path: ['lists', name], atKey: true },
            { name, nearest: nearestName(name, known), known },
          ),
        ]
      : [],
  );
}
