import { validateEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../csv/split-records.ts';
import { compileMap } from '../map/compile-map.ts';
import { createJoinCollector, joinNeeds } from '../map/join-table.ts';
import { parseMap } from '../map/parse-map.ts';
import { prepareTables } from '../map/prepare-tables.ts';
import { createTableReader } from '../map/table-reader.ts';
import { guessMap } from './guess-map.ts';

type Rows = readonly (readonly string[])[];

const csv = (rows: Rows, delimiter = ','): string =>
  `${rows.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join('\n')}\n`;
const two = (value: number) => String(value).padStart(2, '0');
const given = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.entries(files).map(([name, text]) => ({
    name,
    sample: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));

/** Imports the files by the map that was guessed from them: how many events of each type, and how many bad rows. */
function importGuess(files: Readonly<Record<string, string | Uint8Array>>) {
  const tables = given(files);
  const guess = guessMap(tables);
  const compiled = compileMap(parseMap(guess.mapYaml));
  const { tables: prepared, issues } = prepareTables(compiled, tables);
  expect(issues).toEqual([]);
  const batches = (name: string) => {
    const table = prepared.find((one) => one.name === name);
    if (table === undefined) throw new Error(`${name} was not prepared`);
    const splitter = splitRecords(table.dialect);
    return [...splitter.push(tables.find((one) => one.name === name)?.sample as Uint8Array), ...splitter.end()];
  };
  const joins = new Map(
    joinNeeds(compiled).map((need) => {
      const table = prepared.find(({ file }) => file === need.from);
      if (table === undefined) throw new Error('no table to join');
      const collector = createJoinCollector(compiled, need, table);
      for (const batch of batches(table.name)) collector.add(batch);
      return [need.from, collector.table()] as const;
    }),
  );
  const verdicts = prepared.flatMap((table) =>
    batches(table.name).flatMap((batch) => createTableReader(compiled, table, { joins }).readBatch(batch)),
  );
  const counts: Record<string, number> = {};
  for (const event of verdicts.flatMap(({ events }) => events)) {
    expect(validateEvent(event)).toMatchObject({ success: true });
    counts[event.type] = (counts[event.type] ?? 0) + 1;
  }
  return { ...guess, counts, bad: verdicts.flatMap((verdict) => verdict.issues), map: compiled.map, verdicts };
}

describe('guessMap', () => {
  const ids = Array.from({ length: 60 }, (_, index) => index);

  it('knows the exports of HubSpot', () => {
    const contacts = csv([
      [
        'Record ID',
        'First Name',
        'Email',
        'Lifecycle Stage',
        'Original Traffic Source',
        'Create Date',
        'Became a Marketing Qualified Lead Date',
        'Primary Associated Company ID',
        'Company Name',
        'Last Modified Date',
        'Favourite colour',
      ],
      ...ids.map((id) => [
        `${1000 + id}`,
        'Ann',
        `ann${id}@acme.example`,
        'Lead',
        'Organic Search',
        `2025-01-${two((id % 28) + 1)} 14:22`,
        id % 2 ? `2025-02-${two((id % 28) + 1)} 15:00` : '',
        '7',
        'Acme, Inc.',
        '2025-10-01 10:00',
        'red',
      ]),
    ]);
    const deals = csv([
      [
        'Record ID',
        'Deal Name',
        'Deal Stage',
        'Close Date',
        'Create Date',
        'Amount',
        'Currency',
        'Deal owner',
        'Associated Contact IDs',
      ],
      ...ids
        .slice(0, 20)
        .map((id) => [
          `${5000 + id}`,
          'x',
          id % 4 === 0 ? 'Closed Won' : id % 4 === 1 ? 'Closed Lost' : 'Negotiation',
          '2025-06-01 12:00',
          '2025-03-01 12:00',
          '1000.50',
          'EUR',
          'Sam',
          `${1000 + id};${1001 + id}`,
        ]),
    ]);
    const { counts, bad, confidence, map, doubts, mapYaml, verdicts } = importGuess({
      'hubspot-crm-exports-all-contacts-2025-10-13.csv': contacts,
      'hubspot-crm-exports-all-deals-2025-10-13.csv': deals,
    });
    expect(bad).toEqual([]);
    expect(counts).toEqual({
      'lead.captured': 60,
      'lead.qualified': 30,
      'opportunity.opened': 20,
      'opportunity.won': 5,
      'opportunity.lost': 5,
    });
    expect(map.files.contacts).toMatchObject({ rows: 'records', match: 'hubspot-crm-exports-all-contacts-*.csv' });
    expect(verdicts.flatMap(({ events }) => events).find(({ type }) => type === 'opportunity.won')?.data).toMatchObject(
      { leads: ['lead/1000', 'lead/1001'], amount: { amountMinor: 100050, currency: 'EUR' } },
    );
    expect(mapYaml).toContain('# An export of HubSpot: contacts.');
    expect(mapYaml).toContain('Not read: Lifecycle Stage, Favourite colour.');
    expect(doubts).toEqual(['No file names its time zone: UTC was taken. A wrong one moves leads to another day.']);
    expect(confidence).toBe('high');
  });

  it('knows the reports of Salesforce and links deals through the converted lead', () => {
    const leads = csv([
      [
        'Lead ID',
        'Email',
        'Company / Account',
        'Lead Source',
        'Lead Status',
        'Created Date',
        'Converted Opportunity ID',
      ],
      ...ids.map((id) => [
        `00Q${id}`,
        `a${id}@b.example`,
        'C',
        'Web',
        'Open',
        `${(id % 12) + 1}/${(id % 28) + 1}/2024`,
        id % 4 ? '' : `006${id}`,
      ]),
    ]);
    const deals = csv([
      ['Opportunity ID', 'Stage', 'Amount', 'Close Date', 'Created Date', 'Opportunity Owner'],
      ...ids
        .filter((id) => id % 4 === 0)
        .map((id) => [
          `006${id}`,
          id % 8 ? 'Closed Lost' : 'Closed Won',
          `$${id},000.00`,
          `12/${(id % 28) + 1}/2024`,
          `11/${(id % 28) + 1}/2024`,
          'Sam',
        ]),
    ]);
    const { counts, bad, map, verdicts } = importGuess({ 'leads.csv': leads, 'opps.csv': deals });
    expect(bad).toEqual([]);
    expect(counts).toEqual({
      'lead.captured': 60,
      'opportunity.opened': 15,
      'opportunity.won': 8,
      'opportunity.lost': 7,
    });
    expect(map.files.leads?.events[0]?.time.format).toBe('M/d/yyyy');
    expect(
      verdicts.flatMap(({ events }) => events).find(({ subject }) => subject === 'opportunity/0068')?.data,
    ).toMatchObject({ leads: ['lead/00Q8'], amount: { amountMinor: 800000, currency: 'USD' } });
  });

  it('knows the exports of Pipedrive, with decimal commas', () => {
    const deals = csv(
      [
        [
          'Deal - ID',
          'Deal - Title',
          'Deal - Value',
          'Deal - Currency of value',
          'Deal - Contact person ID',
          'Deal - Status',
          'Deal - Deal created',
          'Deal - Won time',
        ],
        ...ids.map((id) => [
          `${id}`,
          'T',
          '1.234,50',
          'EUR',
          `${100 + id}`,
          id % 2 ? 'Won' : 'Open',
          '2024-03-01 10:00:00',
          id % 2 ? '2024-04-01 10:00:00' : '',
        ]),
      ],
      ';',
    );
    const people = csv(
      [
        ['Person - ID', 'Person - Name', 'Person - Email - Work', 'Person - Person created'],
        ...ids.map((id) => [`${100 + id}`, 'P', `p${id}@x.example`, '2024-02-01 09:00:00']),
      ],
      ';',
    );
    const { counts, bad, stories } = importGuess({ 'deals-1.csv': deals, 'people-1.csv': people });
    expect(bad).toEqual([]);
    expect(counts).toEqual({ 'lead.captured': 60, 'opportunity.opened': 60, 'opportunity.won': 30 });
    expect(stories[0]).toBe(
      '101 was captured on 1 Feb 2024 from an unknown place, became an opportunity 29 days later and won 60 days later.',
    );
  });

  it('reads an unknown export by its words and says what is ambiguous', () => {
    const { mapYaml, doubts, stories, confidence } = importGuess({
      'x.csv': csv([
        ['id', 'created', 'source', 'won date'],
        ...ids.map((id) => [`${id}`, `${(id % 12) + 1}/${(id % 12) + 1}/2024`, id % 2 ? 'Paid Search' : 'Fair', '']),
      ]),
    });
    expect(doubts[0]).toBe(
      'x.csv: "created" may be M/d/yyyy or d/M/yyyy (such as 1/1/2024); M/d/yyyy was taken, nothing in the sample decides it.',
    );
    expect(mapYaml).toContain('channel: { column: source, case: snake }');
    expect(stories[0]).toBe('0 was captured on 1 Jan 2024 from fair, and nothing followed.');
    expect(confidence).toBe('medium');
  });

  it('reads what sales did with a lead, and takes no "assigned" for "signed"', () => {
    const { counts, bad, map, doubts, verdicts } = importGuess({
      'crm.csv': csv([
        [
          'Lead ID',
          'Lead Source',
          'Owner',
          'Created Date',
          'Assigned Date',
          'First Call Date',
          'Rejected Date',
          'Reject Reason',
          'Close Date',
          'Deal Stage',
          'Shoe size',
        ],
        ...ids.map((id) => [
          `L${id}`,
          id % 2 ? 'Paid Search' : 'Fair',
          id % 4 ? 'Kim' : '',
          `2026-01-${two((id % 28) + 1)} 08:00`,
          id % 3 ? `2026-01-${two((id % 28) + 1)} 09:00` : '',
          id % 3 ? `2026-01-${two((id % 28) + 1)} 10:00` : '',
          id % 10 ? '' : `2026-02-${two((id % 28) + 1)} 09:00`,
          id % 20 ? '' : 'Wrong Profile',
          id % 6 === 1 ? `2026-03-${two((id % 28) + 1)} 12:00` : '',
          id % 12 === 1 ? 'Closed Won' : id % 6 === 1 ? 'Closed Lost' : 'New',
          '42',
        ]),
      ]),
    });
    expect(bad).toEqual([]);
    expect(counts).toEqual({
      'lead.captured': 60,
      'lead.assigned': 40,
      'lead.attempted': 40,
      'lead.rejected': 6,
      'opportunity.won': 5,
      'opportunity.lost': 5,
    });
    const rejected = verdicts.flatMap(({ events }) => events).filter(({ type }) => type === 'lead.rejected');
    expect(rejected.map(({ data }) => (data as { reason: string }).reason)).toEqual([
      'wrong_profile',
      'unknown',
      'wrong_profile',
      'unknown',
      'wrong_profile',
      'unknown',
    ]);
    expect(map.files.leads?.events.find(({ type }) => type === 'opportunity.won')).toMatchObject({
      time: { column: 'Close Date' },
      when: { column: 'Deal Stage', in: ['Closed Won'] },
    });
    expect(doubts).toContain('crm.csv: not read: Shoe size.');
    expect(doubts.join('\n')).toContain('"First Call Date" was taken as the first attempt of a rep');
  });

  it.each(['Assigned Date', 'Date Assigned', 'Owner Assigned'])(
    'takes no "%s" for a deal beside "Won Date"',
    (heading) => {
      const { map, doubts } = importGuess({
        'crm.csv': csv([
          ['Lead ID', 'Lead Source', 'Created Date', heading, 'Won Date'],
          ...ids.map((id) => [`L${id}`, 'fair', '2026-01-13', '2026-01-14', id % 2 ? '2026-02-15' : '']),
        ]),
      });
      const won = map.files.leads?.events.find(({ type }) => type === 'opportunity.won');
      expect(won?.time).toMatchObject({ column: 'Won Date' });
      expect(doubts.join('\n')).toContain(`"${heading}" was not read: no column says to whom a lead was assigned.`);
    },
  );

  it('says so where an owner stands in the file, and not since when', () => {
    const { doubts, map } = importGuess({
      'crm.csv': csv([
        ['Lead ID', 'Lead Source', 'Owner', 'Created Date', 'MQL Date'],
        ...ids.map((id) => [`L${id}`, 'fair', id % 2 ? 'Kim' : 'Lee', '2026-01-13', '2026-01-14']),
      ]),
    });
    expect(doubts).toContain(
      'crm.csv: "Owner" was not read as the owner of a lead: no column says when a lead was assigned.',
    );
    expect(doubts).toContain('crm.csv: not read: Owner.');
    expect(JSON.stringify(map.files)).not.toContain('Owner');
  });

  it('lets another column of the file decide the order of day and month', () => {
    const { map, doubts } = importGuess({
      'x.csv': csv([
        ['id', 'created', 'source', 'updated'],
        ...ids.map((id) => [`${id}`, `${(id % 12) + 1}/${(id % 12) + 1}/2024`, 'a', `${(id % 28) + 1}/1/2024`]),
      ]),
    });
    expect(map.files.leads?.events[0]?.time.format).toBe('d/M/yyyy');
    expect(doubts[0]).toContain('because "updated" is written so');
  });

  it('takes windows-1252 for what is not UTF-8', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('id;created;company;source\n1;1.2.2024;M'),
      0xfc,
      ...new TextEncoder().encode('ller;x\n2;13.2.2024;y;x\n'),
    ]);
    const { map, doubts } = importGuess({ 'x.csv': bytes });
    expect(map.files.leads).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(doubts.join('\n')).toContain('windows-1252 was taken');
  });

  it('takes the first column of times for lack of a better one, and says so', () => {
    const { counts, doubts } = importGuess({
      'x.csv': csv(
        [['Nr', 'Ankomst', 'Quelle'], ...ids.map((id) => [`L${id}`, `${two((id % 28) + 1)}.02.2024`, 'Messe'])],
        ';',
      ),
    });
    expect(counts).toEqual({ 'lead.captured': 60 });
    expect(doubts[0]).toContain('"Ankomst" was taken as the time at which a lead came in');
  });

  it.each([
    ['Nr', 'Erstellt am', 'Quelle', 'Firma', 'E-Mail', 'Land', 'Status', 'Zugewiesen am', 'Zugewiesen an', 'Vorname'],
    [
      'Kundennummer',
      'Anlagedatum',
      'Lead-Quelle',
      'Unternehmen',
      'Mail',
      'LAND',
      'Phase',
      'Zugeteilt am',
      'Zuständig',
      'Vorname',
    ],
    [
      'N° identifiant',
      'Créé le',
      'Origine',
      'Société',
      'Courriel',
      'Pays',
      'Statut',
      'Assigné le',
      'Assigné à',
      'Prénom',
    ],
    [
      'Código',
      'Fecha de creación',
      'Fuente',
      'Empresa',
      'Correo',
      'País',
      'Estado',
      'Asignado el',
      'Asignado a',
      'Nombre',
    ],
  ])('reads the headings %s, %s, %s, %s, …', (...headings) => {
    const [id, created, source, company, email, country, , assigned, owner, firstName] = headings as string[];
    const rows = ids.map((number) => [
      ...[`L${number}`, `${two((number % 28) + 1)}.02.2024`, number % 2 === 0 ? 'Messe' : 'Web', `Firma ${number}`],
      ...[`p${number}@acme.example`, 'DE', 'offen', `${two((number % 28) + 1)}.03.2024`, 'kim', 'Ann'],
    ]);
    const { map, counts, doubts } = importGuess({ 'export.csv': csv([headings as string[], ...rows], ';') });
    expect(counts).toEqual({ 'lead.captured': 60, 'lead.assigned': 60 });
    expect(map.files.leads?.key).toBe(id);
    const [captured, given] = map.files.leads?.events ?? [];
    expect(captured).toMatchObject({
      type: 'lead.captured',
      time: { column: created },
      data: {
        contact: { email: { column: email }, country: { column: country }, firstName: { column: firstName } },
        company: { name: { column: company } },
        source: { channel: { column: source } },
      },
    });
    expect(given).toMatchObject({ type: 'lead.assigned', time: { column: assigned }, data: { to: { column: owner } } });
    expect(doubts.join('\n')).not.toContain('was taken as');
  });

  it('keeps a column of dates of which one is bad, also in a tiny file, and tells of it', () => {
    const rows = (['2026-01-05', '2026-01-06', 'neulich', '2026-01-08', '2026-01-09'] as const).map((day, index) => [
      ...[`${index + 1}`, day, 'web', index === 1 ? 'x' : '2026-02-01'],
    ]);
    const { map, counts, doubts, bad } = importGuess({
      'tiny.csv': csv([['id', 'Erstellt am', 'Quelle', 'Qualified'], ...rows]),
    });
    expect(map.files.leads?.events.map(({ type, time }) => [type, time])).toEqual([
      ['lead.captured', { column: 'Erstellt am', format: 'yyyy-MM-dd' }],
      ['lead.qualified', { column: 'Qualified', format: 'yyyy-MM-dd' }],
    ]);
    expect(counts).toEqual({ 'lead.captured': 3, 'lead.qualified': 3 });
    expect(bad.map(({ code, line }) => [code, line])).toEqual([
      ['bad-time', 3],
      ['bad-time', 4],
    ]);
    expect(doubts.join('\n')).toContain(
      '"Erstellt am" holds what is no time (such as "neulich"): rows with it go to quarantine.',
    );
  });

  it('takes the order of day and month that most of the dates fit', () => {
    const days = ['3/1/2026', '4/2/2026', '25/3/2026', 'soon', '5/5/2026', '6/5/2026'];
    const { map } = importGuess({
      'tiny.csv': csv([['id', 'created', 'source'], ...days.map((day, index) => [`${index}`, day, 'web'])]),
    });
    expect(map.files.leads?.events[0]?.time).toEqual({ column: 'created', format: 'd/M/yyyy' });
  });

  it('leaves out what is no table of leads or deals', () => {
    expect(() => guessMap(given({ 'a.csv': 'name,colour\nx,red\n', 'b.bin': 'PK\u0003\u0004' }))).toThrow(
      /a\.csv was left out: no column of it holds times.*b\.bin was left out: it is a ZIP archive/,
    );
  });

  it('drafts a map that can be read, or says why it cannot, whatever the file', () => {
    const words = [
      '2020-01-02',
      '1/2/2020',
      '13/2/2020',
      'a@b.c',
      '',
      'true',
      '1.234,5',
      '{x}',
      '{',
      '€',
      'won',
      'Closed Won',
      '__proto__',
      'id',
      'date',
      'created',
      'source',
      'lead id',
    ];
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...words));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (table, delimiter) => {
        const text = table.map((row) => row.join(delimiter)).join('\n');
        try {
          parseMap(guessMap(given({ 'x.csv': text, 'y.csv': text })).mapYaml);
        } catch (error) {
          expect(error).toMatchObject({ code: 'cannot-guess' });
        }
      }),
      { numRuns: 500 },
    );
  });
});
