import fc from 'fast-check';

/** The head of a map of one file `leads` with the key `id`. */
export const mapHead = `sameteam-map: 1
source: csv/test
zone: America/Sao_Paulo
files:
  leads:
    key: id
`;

const cells = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** A column of numbers, one of yes and no, one of mail addresses. */
const ownCells = ['num', 'yes', 'mail'] as const;
const json = JSON.stringify;

/** A cell of a map that becomes text. */
const textCell = fc
  .record(
    {
      column: fc.constantFrom(...cells),
      case: fc.constantFrom('lower', 'upper', 'snake'),
      rename: fc.constant({ x: 'email', y: null, inbound: 'outbound', '': 'none' }),
      prefix: fc.constantFrom('lead/', 'p"'),
      only: fc.constantFrom(true, false, false),
      empty: fc.constantFrom(['n/a'], ['x', '-']),
      else: fc.constantFrom<string | null | number>('other', 'other', null, 3, 'a\\"b'),
    },
    { requiredKeys: ['column'] },
  )
  .map(({ only, ...cell }) => (cell.rename !== undefined && only !== undefined ? { ...cell, only } : cell));

const place = fc.oneof(
  fc.record({ column: fc.constantFrom(...cells) }),
  fc.record({ firstOf: fc.constantFrom(['a', 'b'], ['c', 'd', 'e']) }),
  fc.record({ template: fc.constantFrom('{a} {b}', '#{c}', '"{d}"', '{e}') }),
);

const text = fc.oneof(
  { weight: 2, arbitrary: textCell },
  { weight: 6, arbitrary: place },
  fc.constantFrom('{a}', 'x-{b}', '{c}/{d}', 'constant', 'quo"te', '#', '#7', '##0"'),
);
const number = fc
  .record({
    at: fc.oneof({ weight: 30, arbitrary: fc.constant({ column: 'num' }) }, place),
    as: fc.constantFrom('integer', 'number'),
    decimal: fc.constantFrom('.', ','),
  })
  .map(({ at, ...cell }) => ({ ...at, ...cell }));
const boolean = fc.record({ column: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'a'), as: fc.constant('boolean') });
const mail = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom<unknown>({ column: 'mail' }, '{id}@acme.example') },
  text,
);
const motion = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom<unknown>('inbound', { column: 'yes', rename: { yes: 'inbound', no: null } }),
  },
  text,
);
const money = fc.record({
  column: fc.constantFrom('num', 'num', 'num', 'a'),
  currency: fc.constantFrom<string | { column: string }>('EUR', 'EUR', 'JPY', { column: 'e' }),
  unit: fc.constantFrom('major', 'minor'),
});
const day = fc.record({
  column: fc.constant('day'),
  format: fc.constant(['yyyy-MM-dd', 'iso']),
  as: fc.constantFrom('date', 'time'),
});
const list = fc.record({ column: fc.constantFrom(...cells), split: fc.constant('/'), prefix: fc.constant('lead/') });
const scalar = fc.oneof(text, number, boolean, fc.constantFrom(1, 2.5, true, null));

const shape = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(fields, { requiredKeys: [] });

const leadData = shape({
  contact: shape({
    email: mail,
    firstName: text,
    lastName: text,
    phone: text,
    role: text,
    country: text,
    ref: fc.constant('contact/{id}'),
  }),
  company: shape({ name: text, domain: text, employees: number, industry: text }),
  source: shape({ channel: text, medium: text, campaign: text, landingPage: text, motion }),
  product: text,
  attributes: shape({ z: scalar, B: scalar, tier: scalar, a_b: scalar }),
  ids: fc.array(fc.record({ system: fc.constant('crm'), kind: fc.constant('lead'), id: text }), { maxLength: 2 }),
});
const dealData = shape({
  leads: fc.oneof(list, fc.array(fc.constantFrom('lead/{id}', 'lead/{a}', 'lead/x{b}'), { maxLength: 3 })),
  amount: money,
  closeDate: day,
  owner: text,
  kind: fc.constantFrom<unknown>('new', { column: 'c', rename: { x: 'renewal' }, else: 'new' }),
});
const noteData = fc.record({ text }, { requiredKeys: ['text'] });

const events: readonly (readonly [type: string, subject: string, data: fc.Arbitrary<unknown>])[] = [
  ['lead.captured', 'lead/{id}', leadData],
  ['lead.updated', 'lead/{id}', leadData],
  ['lead.qualified', 'lead/{id}', shape({ by: text, readiness: text, score: number })],
  ['lead.assigned', 'lead/{id}', fc.record({ to: text, from: text }, { requiredKeys: ['to'] })],
  ['lead.rejected', 'lead/{id}', fc.record({ reason: text, note: text }, { requiredKeys: ['reason'] })],
  ['opportunity.opened', 'opportunity/{id}', dealData],
  ['opportunity.won', 'opportunity/{id}-{num}', dealData],
  ['note.added', 'lead/{id}', noteData],
];

const condition = fc.oneof(
  fc.record({ column: fc.constantFrom(...cells), present: fc.boolean() }),
  fc.record({ column: fc.constantFrom(...cells), in: fc.constant(['x', 'y', 'inbound']) }),
);

const arbitraryEvent = fc
  .record({ pick: fc.nat(events.length - 1), when: fc.option(condition, { freq: 2 }), ownId: fc.boolean() })
  .chain(({ pick, when, ownId }) => {
    const [type, subject, data] = events[pick] as (typeof events)[number];
    return data.map((fields) => ({
      type,
      subject,
      time: { column: 'day', format: ['yyyy-MM-dd', 'iso'] },
      ...(when === null ? {} : { when }),
      ...(ownId ? { id: `{id}-${type}-{a}` } : {}),
      data: fields,
    }));
  });

/** Maps of all kinds of values, as YAML; most events are good with most rows. */
export const arbitraryMap = fc
  .record({ events: fc.array(arbitraryEvent, { minLength: 1, maxLength: 3 }), empty: fc.constantFrom([], ['NULL']) })
  .map(({ events: list, empty }) => {
    const ids = new Set<string>();
    return `${mapHead}    empty: ${json(empty)}
    events: ${json(
      list.map(({ id, ...event }) => {
        if (id === undefined || ids.has(id)) return event;
        ids.add(id);
        return { ...event, id };
      }),
    )}
`;
  });

/** Cells: mostly such as are good somewhere, so that rows are written. */
const cell = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('x', 'y', 'inbound', '12', 'yes', 'EUR', 'lead/1'),
  },
  { weight: 25, arbitrary: fc.constant('') },
  fc.constantFrom('NULL', 'n/a', '-', ' x ', '1.5', '1,5', '-3', '2026-02-03', 'no', 'a/b/c', 'javascript:alert(1)'),
  fc.constantFrom(
    'q"uote',
    'back\\slash',
    'tab\tbed',
    'line\nbreak',
    '\u0001',
    'nul\0',
    '🦊',
    'ação',
    '\u2028',
    '\ud83d',
  ),
  fc.constantFrom('x'.repeat(200), 'x'.repeat(201), 'y'.repeat(2001), '🦊'.repeat(200), 'z'.repeat(20_001)),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const dayCell = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom('2026-02-03', '2018-11-04', '2026-02-03T10:11:12.345Z', '2026-02-03 10:11'),
  },
  fc.constantFrom(
    '',
    '2026-02-30',
    '1969-12-31',
    '9999-12-31T23:59:59-12:00',
    'soon',
    '2026-02-03T10:11:12.3456+02:00',
  ),
);
const mostly = (...good: readonly string[]) => fc.oneof({ weight: 50, arbitrary: fc.constantFrom(...good) }, cell);
/** The cells of a row, without its id; the same form of a row should be used again and again. */
export const arbitraryRow = fc.tuple(
  dayCell,
  ...cells.map(() => cell),
  mostly('1', '1200', '', '-3', '2.5', '1,25', '9007199254740993'),
  mostly('yes', 'no', ''),
  mostly('ann@acme.example', 'bob@acme.example', '', '"quo"@te.example', 'fu🦊@x.example'),
);

/** The heading of such rows. */
export const headings = ['id', 'day', ...cells, ...ownCells];
