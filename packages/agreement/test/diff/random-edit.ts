import type { Json } from '@sameteam/agreement';
import type { Written } from './random-agreement.ts';
import type { Random } from './seeded-random.ts';

/** What a diff must say of an edit. */
export interface Expected {
  readonly address: string;
  readonly was: string | null;
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed' | 'moved';
  readonly effect: 'behaviour' | 'wording';
}

/** A document that was edited once. */
export interface Edited {
  readonly document: Written;
  readonly expected: Expected;
  /** The section in which it was edited. */
  readonly section: string;
  readonly renamed: { readonly from: string; readonly to: string } | null;
}

type Path = readonly (string | number)[];
type Plain = Record<string | number, unknown>;

/** One kind of edit; `null` where the document has nothing to edit in that way. */
export type Edit = (document: Written, random: Random) => Edited | null;

// By hand, apart from the table of the sources: what only people read.
const wordingKeys = new Set<unknown>(['name', 'means', 'label', 'why', 'ask', 'followUp', 'exit', 'createdWhen']);

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Plain)[step], document);
}

function addressOf(document: Written, path: Path): string {
  return path
    .map((step, index) => {
      const own = at(document, path.slice(0, index + 1));
      const isNamed = typeof step === 'number' && typeof own === 'object' && own !== null && 'id' in own;
      return isNamed ? String(own.id) : String(step);
    })
    .join('.');
}

function edited(
  document: Written,
  path: Path,
  kind: Expected['kind'],
  effect: Expected['effect'],
  change: (parent: Plain, key: string | number) => void,
): Edited {
  const copy = structuredClone(document) as Written;
  const key = path.at(-1) ?? '';
  change(at(copy, path.slice(0, -1)) as Plain, key);
  const address = addressOf(kind === 'removed' ? document : copy, path);
  return { document: copy, expected: { address, was: null, kind, effect }, section: String(path[0]), renamed: null };
}

function effectAt(path: Path): Expected['effect'] {
  return wordingKeys.has(path.at(-1)) && path[0] !== 'readiness' ? 'wording' : 'behaviour';
}

/** Values that can stand in for a leaf, by the end of its path; none for names, forms and what has no other value. */
function otherValue(path: Path, value: unknown, random: Random): Json | undefined {
  const key = path.at(-1);
  const fresh = random.integer(10_000, 19_999);
  if (typeof value === 'boolean') return key === 'repeat' ? false : undefined;
  if (typeof value === 'number') return otherNumber(path, fresh);
  if (typeof value !== 'string') return undefined;
  if (/^[1-9][0-9]*(?:m|h|d|wh|wd)$/.test(value)) return `${fresh}${/[a-z]+$/.exec(value)?.[0]}`;
  if (/^(?:Text|Other) [0-9]+$/.test(value)) return typeof key === 'number' ? undefined : `Text ${fresh}`;
  const others: Readonly<Record<string, readonly string[]>> = {
    timeZone: ['Asia/Tokyo'],
    zone: ['Asia/Tokyo'],
    head: ['new@acme.example'],
    holidays: ['IT'],
    file: ['other.csv'],
    from: path[0] === 'sla' ? ['lead.engaged'] : [],
    per: path[0] === 'metrics' ? [] : ['year', 'week'],
    better: ['neutral'],
    stage: path[0] === 'metrics' ? ['sql'] : [],
    to: path[0] === 'metrics' ? ['opportunity'] : [],
    rule: path[0] === 'sourcing' ? ['any_touch'] : [],
    review: ['day'],
    pulse: ['year'],
    event: ['lead.captured'],
    starts: ['07-01'],
    week: ['sun'],
    rotate: [value === 'even' ? 'weighted' : 'even'],
  };
  const given = typeof key === 'string' && Object.hasOwn(others, key) ? others[key] : undefined;
  return given?.find((other) => other !== value);
}

function otherNumber(path: Path, fresh: number): Json | undefined {
  const key = String(path.at(-1));
  if (path[0] === 'sameteam' || path[0] === 'version') return undefined;
  if (path.includes('grades')) return key === 'A' ? 500_000 + fresh : undefined;
  if (path.includes('between')) return undefined;
  if (['probability', 'target', 'share', 'quantile'].includes(key) && path[0] !== 'goals') return fresh / 1_000_000;
  if (path[0] === 'expected') return fresh / 1_000_000;
  if (key === 'atLeast' && path[0] === 'sla' && path.length === 3) return fresh / 1_000_000;
  if (key === 'attempts' && path[0] === 'sla') return fresh % 1000 === 0 ? 999 : 61 + (fresh % 900);
  if (key === 'smallestGroup') return 61 + (fresh % 900);
  return fresh;
}

/** One of the candidates: first the section, so that those with many places do not hide the others. */
function oneBySection<T extends { readonly path: Path }>(candidates: readonly T[], random: Random): T {
  const groupOf = ({ path }: T) => `${path[0]} ${path.includes('answers') || path.includes('stages')}`;
  const group = random.one([...new Set(candidates.map(groupOf))]);
  return random.one(candidates.filter((candidate) => groupOf(candidate) === group));
}

const changeLeaf: Edit = (document, random) => {
  const candidates = pathsOf(document).flatMap((path) => {
    const value = otherValue(path, at(document, path), random);
    return value === undefined ? [] : [{ path, value }];
  });
  const { path, value } = oneBySection(candidates, random);
  return edited(document, path, 'changed', effectAt(path), (parent, key) => {
    parent[key] = value;
  });
};

const changeText: Edit = (document, random) => {
  const paths = pathsOf(document).filter(
    (path) => wordingKeys.has(path.at(-1)) && typeof at(document, path) === 'string',
  );
  if (paths.length === 0) return null;
  return edited(document, random.one(paths), 'changed', 'wording', (parent, key) => {
    parent[key] = 'Said anew.';
  });
};

const changeInOverride: Edit = (document, random) => {
  const found = pathsOf(document.overrides, ['overrides']).flatMap((path) => {
    const value = otherValue(path, at(document, path), random);
    return value === undefined ? [] : [{ path, value }];
  });
  if (found.length === 0) return null;
  const { path, value } = random.one(found);
  return edited(document, path, 'changed', effectAt(path), (parent, key) => {
    parent[key] = value;
  });
};

/** Changes a range or a set of values, which differ as a whole. */
const changeList: Edit = (document, random) => {
  const candidates = pathsOf(document).flatMap((path): readonly { path: Path; value: Json }[] => {
    const value = at(document, path);
    const key = path.at(-1);
    if (!Array.isArray(value)) return [];
    if (path.includes('where')) return key === 'team' ? [{ path: path.slice(0, -1), value: { owner: ['ann'] } }] : [];
    if (key === 'between') return [{ path, value: [value[0], value[1] + 1000] }];
    if (key === 'in' || key === 'activity') return [{ path, value: [...value, 'One more'] }];
    if (key === 'closed') return [{ path, value: value.slice(1) }];
    if (key === 'requires' && path[0] === 'handOffs') return [{ path, value: [...value, 'lead.product'] }];
    return key === 'days' ? [{ path, value: [...value, 'sun'] }] : [];
  });
  if (candidates.length === 0) return null;
  const { path, value } = random.one(candidates);
  return edited(document, path, 'changed', 'behaviour', (parent, key) => {
    parent[key] = value;
  });
};

const optional = new Set([
  'means',
  'label',
  'better',
  'where',
  'why',
  'target',
  'cap',
  'head',
  'keptIn',
  'exit',
  'followUp',
  'halfLife',
  'atMost',
  'createdWhen',
  'applies',
  'exit',
  'capacity',
  'reviveWhen',
  'revisitAfter',
  'assign',
  'profile',
  'qualified',
]);

function isOptional(path: Path): boolean {
  const isOwnTerm = path[0] === 'terms' && path.at(-1) === 'means';
  const isCondition = path[0] === 'readiness' || path.includes('when') || path.includes('overrides');
  return optional.has(String(path.at(-1))) && !isOwnTerm && !isCondition && !path.includes('capacity', 3);
}

const dropOptional: Edit = (document, random) => {
  const paths = pathsOf(document).filter(isOptional);
  if (paths.length === 0) return null;
  const path = random.one(paths);
  const isText = typeof at(document, path) === 'string';
  return edited(document, path, 'removed', isText ? effectAt(path) : 'behaviour', (parent, key) => {
    delete parent[key];
  });
};

/** New entries of sections, each with its path and what it is. */
function newEntries(
  document: Written,
): readonly { readonly path: Path; readonly value: Json; readonly effect?: 'wording' }[] {
  const list = (path: Path, value: Json) => {
    // An edit before may have dropped the section.
    const entries = document[path[0] ?? ''] === undefined ? null : (at(document, path) as readonly Json[]);
    return entries === null ? [] : [{ path: [...path, entries.length], value }];
  };
  const when = { field: 'company.employees', atLeast: 31_000 };
  const pipelines = Object.keys(document.pipelines as object);
  const segments = (document.segments as readonly { readonly id: string }[]).map(({ id }) => id);
  const overrides = document.overrides as Record<string, Record<string, Json>>;
  const free = segments.filter((id) => overrides[id]?.sourcing === undefined);
  return [
    { path: ['teams', 'newcomers'], value: { head: 'someone@acme.example' } },
    { path: ['teams', 'newcomers'], value: { partOf: 'marketing' } },
    { path: ['calendars', 'new_calendar'], value: { days: ['sun'], hours: ['22:00-06:00'] } },
    { path: ['lists', 'new_list'], value: { file: 'new.csv', key: 'contact.role' } },
    { path: ['terms', 'new_term'], value: { means: 'What it is.' }, effect: 'wording' },
    { path: ['terms', 'new_owned'], value: { means: 'What it is.', entered: 'sales' } },
    ...list(['fields'], { field: 'opportunity.amount', entered: 'sales' }),
    ...list(['exclusions'], { id: 'new_exclusion', when }),
    ...list(['segments'], { id: 'new_segment', when }),
    ...list(['territories'], { id: 'new_territory', when, team: 'sales' }),
    ...list(['profile', 'rules'], { id: 'new_fit', when, points: 3 }),
    ...list(['engagement', 'rules'], { id: 'new_deed', activity: 'visit', points: 3 }),
    ...list(['questions'], { id: 'new_question', ask: 'What?', askedBy: 'sales', answers: { nothing: 0 } }),
    { path: ['readiness', 'new_readiness'], value: when },
    { path: ['handOffs', 'new_handoff'], value: { from: 'sales', to: 'marketing', when } },
    { path: ['programs', 'new_program'], value: { owner: 'sales' } },
    { path: ['sla', 'new_sla'], value: { of: 'sales', metric: 'acceptance_rate', atMost: 3 } },
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    { path: ['reasons', 'new_reason'], value: { then: 'disqualify' } },
    { path: ['metrics', 'new_metric'], value: { count: { stage: 'sql' }, where: { owner: ['ann'] } } },
    { path: ['pipelines', 'new_pipeline'], value: { stages: [{ id: 'first', probability: 0.123 }] } },
    ...pipelines.flatMap((name) => list(['pipelines', name, 'stages'], { id: 'new_stage', probability: 0.123 })),
    ...list(['goals'], { id: 'new_goal', metric: 'won_count', per: 'year', target: 31, teams: ['sales'] }),
    // An override that says what holds for everybody would change nothing.
    ...free.map((id) => ({ path: ['overrides', id, 'sourcing'], value: { window: otherWindow(document) } })),
  ];
}

function otherWindow({ sourcing }: Written): string {
  const { window } = (sourcing ?? {}) as { readonly window?: string };
  return window === '31d' ? '37d' : '31d';
}

const addEntry: Edit = (document, random) => {
  const { path, value, effect = 'behaviour' } = oneBySection(newEntries(document), random);
  const copy = structuredClone(document) as Written;
  let parent = copy as Plain;
  for (const step of path.slice(0, -1)) {
    parent[step] ??= {};
    parent = parent[step] as Plain;
  }
  parent[path.at(-1) ?? ''] = value;
  // What an override says of a section is told key by key.
  const address = path[0] === 'overrides' ? [...path, 'window'].join('.') : addressOf(copy, path);
  return {
    document: copy,
    expected: { address, was: null, kind: 'added', effect },
    section: String(path[0]),
    renamed: null,
  };
};

const records = [
  'teams',
  'calendars',
  'rosters',
  'terms',
  'readiness',
  'handOffs',
  'programs',
  'sla',
  'reasons',
  'pipelines',
  'metrics',
  'rates',
] as const;
const lists: readonly Path[] = [
  ['fields'],
  ['exclusions'],
  ['segments'],
  ['territories'],
  ['profile', 'rules'],
  ['engagement', 'rules'],
  ['questions'],
  ['goals'],
  ['index', 'parts'],
  ['compensation', 'sales'],
];

const removeEntry: Edit = (document, random) => {
  const ofRecords = records.flatMap((section) =>
    Object.keys((document[section] ?? {}) as object).map((name) => [section, name]),
  );
  const inLists = lists.flatMap((path) => {
    const [section = '', key] = path;
    const holder = (document[section] ?? null) as Plain | null;
    const entries = key === undefined ? holder : holder?.[key];
    return Array.isArray(entries) ? entries.map((_, index) => [...path, index]) : [];
  });
  // What something else speaks of cannot go.
  const used = (name: unknown) => JSON.stringify(document).split(`"${String(name)}"`).length > 2;
  const free = [...ofRecords, ...inLists].filter((path) => {
    const value = at(document, path) as Plain | null;
    return (
      !used(typeof path.at(-1) === 'number' ? (value?.id ?? '') : path.at(-1)) && !isNamedInFields(document, value)
    );
  });
  if (free.length === 0) return null;
  const path = random.one(free);
  const value = at(document, path) as Plain;
  const isWordingTerm = path[0] === 'terms' && value.entered === undefined && value.requires === undefined;
  return edited(document, path, 'removed', isWordingTerm ? 'wording' : 'behaviour', (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
};

function isNamedInFields(document: Written, value: Plain | null): boolean {
  return typeof value?.id === 'string' && JSON.stringify(document).includes(`"answers.${value.id}"`);
}

// By hand: names that stand in the log as well.
const recorded =
  /^(?:marketing|sales|team_|segment_|readiness_|program_|sla_|reason_|pipeline_|stage_|question_|answer_)/;

function declarations(document: Written): readonly Path[] {
  const named = [
    'teams',
    'calendars',
    'lists',
    'terms',
    'readiness',
    'handOffs',
    'programs',
    'sla',
    'reasons',
    'pipelines',
    'metrics',
  ];
  const ofRecords = named.flatMap((section) =>
    Object.keys((document[section] ?? {}) as object).map((name): Path => [section, name]),
  );
  const withId = pathsOf(document).filter((path) => {
    const value = at(document, path);
    return (
      path[0] !== 'overrides' &&
      typeof path.at(-1) === 'number' &&
      typeof value === 'object' &&
      value !== null &&
      'id' in value
    );
  });
  const answers = (document.questions as readonly { readonly answers: object }[]).flatMap(({ answers: own }, index) =>
    Object.keys(own).map((name): Path => ['questions', index, 'answers', name]),
  );
  return [...ofRecords, ...withId, ...answers];
}

/** Gives a thing another name, wherever it is spoken of. */
const rename: Edit = (document, random) => {
  const { path } = oneBySection(
    declarations(document).map((declared) => ({ path: declared })),
    random,
  );
  return renamedThing(document, path, `renamed_${random.integer(1, 99)}`);
};

/** Every thing of a document with another name, one at a time. */
export function everyRename(document: Written): readonly Edited[] {
  return declarations(document).map((path) => renamedThing(document, path, 'renamed'));
}

function renamedThing(document: Written, path: Path, to: string): Edited {
  const was = addressOf(document, path);
  const from = was.split('.').at(-1) ?? '';
  return {
    document: renamedDocument(document, from, to),
    expected: {
      address: [...was.split('.').slice(0, -1), to].join('.'),
      was,
      kind: 'renamed',
      effect: recorded.test(from) ? 'behaviour' : 'wording',
    },
    section: String(path[0]),
    renamed: { from, to },
  };
}

/** A document with another name: every name is used for one thing only. */
export function renamedDocument(document: Written, from: string, to: string): Written {
  const text = JSON.stringify(document)
    .replaceAll(`"${from}"`, `"${to}"`)
    .replaceAll(`"answers.${from}"`, `"answers.${to}"`);
  return JSON.parse(text) as Written;
}

const moves: readonly { readonly path: Path; readonly effect: Expected['effect'] }[] = [
  { path: ['exclusions'], effect: 'behaviour' },
  { path: ['segments'], effect: 'behaviour' },
  { path: ['territories'], effect: 'behaviour' },
  { path: ['profile', 'rules'], effect: 'wording' },
  { path: ['engagement', 'rules'], effect: 'wording' },
  { path: ['questions'], effect: 'wording' },
  { path: ['goals'], effect: 'wording' },
  { path: ['fields'], effect: 'wording' },
  { path: ['index', 'parts'], effect: 'wording' },
];

const move: Edit = (document, random) => {
  const stages = Object.keys(document.pipelines as object).map((name) => ({
    path: ['pipelines', name, 'stages'],
    effect: 'behaviour' as const,
  }));
  const sets = pathsOf(document)
    .filter((path) => ['days', 'closed', 'for', 'all', 'any'].includes(String(path.at(-1))))
    .map((path) => ({ path, effect: 'wording' as const }));
  const isLong = ({ path }: { readonly path: Path }) => {
    const [section = ''] = path;
    const list = document[section] === undefined ? [] : at(document, path);
    return (
      Array.isArray(list) && new Set(list.map((item) => JSON.stringify(item))).size === list.length && list.length > 1
    );
  };
  const candidates = [...moves, ...stages, ...sets].filter(isLong);
  if (candidates.length === 0) return null;
  const { path, effect } = random.one(candidates);
  return edited(document, path, 'moved', effect, (parent, key) => {
    const [first, ...rest] = parent[key] as readonly unknown[];
    parent[key] = [...rest, first];
  });
};

/** Another order of what is tried one after the other, as the keys of the document have it. */
const moveKeys: Edit = (document, random) => {
  const sections = ['readiness', 'handOffs'].filter((section) => Object.keys(document[section] as object).length > 1);
  if (sections.length === 0) return null;
  const section = random.one(sections);
  const [first, ...rest] = Object.entries(document[section] as object);
  const copy = {
    ...structuredClone(document),
    [section]: Object.fromEntries(first === undefined ? rest : [...rest, first]),
  };
  const expected = { address: `order.${section}`, was: null, kind: 'moved', effect: 'behaviour' } as const;
  return { document: copy as Written, expected, section, renamed: null };
};

/** Every kind of edit by its name. */
export const edits: Readonly<Record<string, Edit>> = {
  changeLeaf,
  changeText,
  changeInOverride,
  changeList,
  dropOptional,
  addEntry,
  removeEntry,
  rename,
  move,
  moveKeys,
};
