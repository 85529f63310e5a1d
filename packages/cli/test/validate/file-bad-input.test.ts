import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonOf, sameteam } from '../support/sameteam.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Told {
  readonly items: readonly {
    readonly line: number;
    readonly verdict: string;
    readonly id: string | null;
    readonly issues: readonly { readonly code: string; readonly pointer: string; readonly found: string }[];
  }[];
  readonly accepted: number;
  readonly quarantined: number;
}

const base =
  '"specversion":"1.0","source":"/form","type":"lead.captured","subject":"lead/1","time":"2026-09-30T09:30:00Z"';
let ids = 0;
/** The text of an event; what is given comes last, so that a field given twice is as it says. */
const event = (more: string) => `{"id":"${++ids}",${base},${more}}`;
const data = (text: string) => event(`"data":${text}`);
const at = (time: string) => event(`"data":{},"time":"${time}"`);
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Each with the code and the pointer of its first issue; `null` is accepted. */
const cases: readonly (readonly [what: string, text: string, expected: string | null])[] = [
  ['__proto__ in the event', event('"data":{},"__proto__":{"polluted":true}'), 'forbidden-key /__proto__'],
  ['__proto__ in data', data('{"__proto__":{"polluted":true}}'), 'forbidden-key /data/__proto__'],
  ['constructor in attributes', data('{"attributes":{"constructor":1}}'), 'forbidden-key /data/attributes/constructor'],
  ['a text of 10 MB', data(`{"product":"${'x'.repeat(10_000_000)}"}`), 'too-long /data/product'],
  ['an id of 10 MB', `{"id":"${'x'.repeat(10_000_000)}",${base},"data":{}}`, 'too-long /id'],
  ['a name of 10 MB', data(`{"${'x'.repeat(10_000_000)}":1}`), 'unknown-field'],
  ['an item of 20 MB', data(`{"product":"${'x'.repeat(20_000_000)}"}`), 'too-large '],
  ['objects 10,000 deep', data(`{"attributes":${nested(10_000)}}`), 'wrong-type /data/attributes/a'],
  ['an extension 10,000 deep', event(`"data":{},"ext":${nested(10_000)}`), 'too-deep'],
  ['lists a million deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'too-deep '],
  ['two million values', `[${'1,'.repeat(2_000_000)}1]`, 'too-many '],
  ['a number beyond 2^53', data('{"attributes":{"big":9007199254740993}}'), 'unsafe-integer /data/attributes/big'],
  ['a number beyond all', data('{"attributes":{"big":1e999}}'), 'not-finite /data/attributes/big'],
  ['half a pair', data('{"product":"\\ud83d"}'), 'lone-surrogate /data/product'],
  ['NUL, escaped', data('{"product":"a\\u0000b"}'), 'nul /data/product'],
  ['NUL, bare', data('{"product":"a\0b"}'), 'not-json '],
  ['a time without zone', at('2026-09-30T09:30:00'), 'time-without-zone /time'],
  ['29 February of a common year', at('2026-02-29T09:30:00Z'), 'bad-time /time'],
  ['29 February of a leap year', at('2024-02-29T09:30:00Z'), null],
  ['a leap second', at('2016-12-31T23:59:60Z'), 'leap-second /time'],
  ['the year 0', at('0000-01-01T00:00:00Z'), 'time-out-of-range /time'],
  ['the year 10000', at('+10000-01-01T00:00:00Z'), 'bad-time /time'],
  ['four minutes from now', at('2026-10-01T12:04:00Z'), null],
  ['six minutes from now', at('2026-10-01T12:06:00Z'), 'time-in-future /time'],
  [
    'a mail address of 400 characters',
    data(`{"contact":{"email":"${'x'.repeat(400)}@a.example"}}`),
    'too-long /data/contact/email',
  ],
  ['a mail address that is a formula', data('{"contact":{"email":"=HYPERLINK(1)"}}'), 'formula /data/contact/email'],
  ['a phone number that is a formula', data('{"contact":{"phone":"=1+1"}}'), 'formula /data/contact/phone'],
  ['no object', '42', 'not-an-event '],
  ['nothing but a bracket', '[', 'not-json '],
];

const money = event(
  '"type":"opportunity.won","subject":"opportunity/1","data":{"amount":{"amountMinor":12.5,"currency":"EUR"}}',
);

async function validate(name: string, content: string | Uint8Array): Promise<Told & { readonly stderr: string }> {
  const cwd = tempFolder();
  writeFileSync(join(cwd, name), content);
  const ran = await sameteam(['validate', name, '--json'], { cwd });
  return { ...jsonOf<Told>(ran), stderr: ran.stderr };
}

const first = ({ issues: [issue] }: Told['items'][number]) =>
  issue === undefined ? null : `${issue.code} ${issue.pointer.slice(0, 60)}`;

it.each([
  ['ndjson', (texts: readonly string[]) => texts.join('\n')],
  ['json', (texts: readonly string[]) => `[${texts.join(',\n')}]`],
])('each bad input has its verdict in a file of %s, and slows or breaks nothing of the rest', async (form, join_) => {
  // A good event between each two. What is not closed breaks the array that it stands in, and is looked at elsewhere.
  const tried = [...cases, ['money with a fraction', money, 'not-an-integer /data/amount/amountMinor'] as const].filter(
    ([what]) => form === 'ndjson' || what !== 'nothing but a bracket',
  );
  const texts = tried.flatMap(([, text]) => [text, data('{}')]);
  const startMs = performance.now();
  const { items, accepted, stderr } = await validate(`bad.${form}`, join_(texts));
  expect(performance.now() - startMs).toBeLessThan(15_000);
  expect(stderr).toBe('');
  expect(items).toHaveLength(texts.length);
  for (const [place, [what, , expected]] of tried.entries()) {
    const told = first(items[place * 2] as Told['items'][number]);
    expect([what, expected === null ? told : told?.startsWith(expected)]).toEqual([
      what,
      expected === null ? null : true,
    ]);
    expect([what, items[place * 2 + 1]?.verdict]).toEqual([what, 'accepted']);
  }
  expect(accepted).toBe(tried.length + tried.filter(([, , expected]) => expected === null).length);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('refuses bytes that are no UTF-8, and does not replace them', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${data('{}')}\n`),
    Buffer.from(data('{"product":"M\u00fcller"}'), 'latin1'),
    Buffer.from(`\n${data('{}')}\n`),
  ]);
  const { items } = await validate('a.ndjson', bytes);
  expect(items.map(first)).toEqual([null, 'bad-utf8 ', null]);
  expect(items[1]).toMatchObject({ line: 2, issues: [{ found: 'the byte FC' }] });
});

it('lets no control character of a file reach the terminal, in tables and in JSON', async () => {
  const cwd = tempFolder();
  const nasty = '\\u001b[2J\\u009b31m\\u202e\\u0007';
  writeFileSync(
    join(cwd, 'a.ndjson'),
    `${data(`{"${nasty}":1}`)}\n${event(`"data":{},"type":"${nasty}"`)}\n{"${nasty}\u009b"`,
  );
  for (const args of [[], ['--json']]) {
    const { exit, stdout, stderr } = await sameteam(['validate', 'a.ndjson', ...args], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: '' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there.
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
});

it('does not repeat what is personal', async () => {
  const { items } = await validate(
    'a.ndjson',
    `${data('{"contact":{"email":"bea smith","lastName":["Smith"]}}')}\n{"email":"bea@acme.example",}`,
  );
  expect(items.map(({ verdict }) => verdict)).toEqual(['quarantined', 'quarantined']);
  expect(JSON.stringify(items)).not.toMatch(/bea|smith/i);
});
