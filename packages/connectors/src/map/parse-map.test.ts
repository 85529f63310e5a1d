import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConnectorError } from '../connector-error.ts';
import { leadMapSchema } from './map-schema.ts';
import { parseMap } from './parse-map.ts';

const good = `sameteam-map: 1
source: csv/test
zone: Europe/Berlin
files:
  leads:
    key: id
    columns: [id, day, origin]
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: d/M/yyyy }
        data:
          source:
            channel: { column: origin, rename: { Web: web } }
`;

function faultsOf(text: string): string[] {
  try {
    parseMap(text, { name: 'map.yaml' });
    return [];
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'bad-map') {
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    }
    throw error;
  }
}

const replaced = (from: string, to: string) => {
  expect(good).toContain(from);
  return faultsOf(good.replace(from, to));
};

describe('parseMap', () => {
  it('fills in defaults', () => {
    expect(parseMap(good).files.leads?.rows).toBe('events');
  });

  it('reads JSON too', () => {
    expect(parseMap(JSON.stringify(parseMap(good)))).toEqual(parseMap(good));
  });

  it.each([
    [
      'source: csv/test',
      'sorce: csv/test',
      ['map.yaml:1:1 "source" is missing.', 'map.yaml:2:1 "sorce" means nothing here. Did you mean "source"?'],
    ],
    [
      'zone: Europe/Berlin',
      'zone: Europe/Berln',
      ['map.yaml:3:7 "Europe/Berln" is not a time zone. Write an IANA name such as Europe/Berlin.'],
    ],
    [
      'type: lead.captured',
      'type: lead.capture',
      ['map.yaml:9:15 "lead.capture" cannot stand at "type". Did you mean "lead.captured"?'],
    ],
    [
      'format: d/M/yyyy',
      'format: d/M/qqqq',
      [
        'map.yaml:11:38 "d/M/qqqq" is not a form of time: "q" means nothing in it. Write it like yyyy-MM-dd HH:mm:ss, or take iso, epoch-s or epoch-ms.',
      ],
    ],
    ['rename: {', 'renam: {', ['map.yaml:14:40 "renam" means nothing here. Did you mean "rename"?']],
    [
      'column: origin',
      'column: orgin',
      ['map.yaml:14:32 "orgin" is not among the `columns` of this file. Did you mean "origin"?'],
    ],
    ['channel: {', 'chanel: {', ['map.yaml:14:13 source has no field "chanel". Did you mean "channel"?']],
    [
      '"lead/{id}"',
      '"lead/{id"',
      ['map.yaml:10:18 the { at place 6 of "lead/{id" is not closed; write {{ for a brace.'],
    ],
    [
      '"lead/{id}"',
      '"opportunity/{id}"',
      ['map.yaml:10:18 The subject of lead.captured is lead/…, not "opportunity/".'],
    ],
    [
      '    key: id',
      '    key: id\n    rows: record',
      ['map.yaml:7:11 "record" cannot stand at "rows". Did you mean "records"?'],
    ],
    ['sameteam-map: 1', 'sameteam-map: 2', ['map.yaml:1:15 2 cannot stand at "sameteam-map". Write one of: "1".']],
    [
      '    columns:',
      '    joins: [{ file: deals, on: { id: id }, take: [x] }]\n    columns:',
      ['map.yaml:7:21 The map has no file "deals". Files: .'],
    ],
    [
      'time: {',
      'when: { colum: x }\n        time: {',
      ['map.yaml:11:15 A condition names a `column`, or lists others under `all` or `any`.'],
    ],
    ['{ column: day,', '{ column: day, template: "{id}",', ['map.yaml:11:15 Name only one of: column, template.']],
  ])('says where it is wrong: %s -> %s', (from, to, expected) => {
    expect(replaced(from, to)).toEqual(expected);
  });

  it('says where YAML breaks', () => {
    expect(faultsOf('sameteam-map: 1\nsource: "x\n')[0]).toMatch(/^map\.yaml:\d+:\d+ Missing closing "quote/);
    expect(faultsOf('source: a\nsource: b\n')[0]).toBe('map.yaml:2:1 Map keys must be unique.');
  });

  it('finds an alias without its anchor', () => {
    expect(replaced('zone: Europe/Berlin', 'zone: *Berlin')).toEqual([
      'map.yaml:3:7 Unresolved alias (the anchor must be set before the alias): Berlin. Put text that starts with * in quotes.',
    ]);
  });

  it('reads numbers as keys of a rename', () => {
    expect(replaced('{ Web: web }', '{ 1: web, true: yes }')).toEqual([]);
  });

  it('never breaks on broken text, and always names a place', () => {
    const splice = fc.tuple(
      fc.nat(good.length),
      fc.nat(12),
      fc.constantFrom('', '{', '}', '[', ': ', '"', '- ', '1', 'null', '\n', '  ', '&a ', '*a', '!!map '),
    );
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), good);
        for (const line of faultsOf(text)) expect(line).toMatch(/^map\.yaml:[1-9]\d*:[1-9]\d* \S/);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses two events with one id', () => {
    const twice = good.replace('subject: "lead/{id}"', 'id: "{id}"\n        subject: "lead/{id}"');
    const event = twice.slice(twice.indexOf('      - type'));
    expect(faultsOf(twice + event.replace('lead.captured', 'lead.updated'))).toEqual([
      'map.yaml:17:13 "{id}" is the id of files.leads.events.0 too: two events cannot have the same id.',
    ]);
  });

  it('is published as JSON Schema', async () => {
    const schema = z.toJSONSchema(leadMapSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schema/sameteam-map.schema.json');
  });
});
