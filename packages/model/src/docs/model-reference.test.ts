import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes } from '../vocabulary/event-types.ts';
import { modelReference } from './model-reference.ts';
import { referenceObjects } from './reference-objects.ts';

const reference = modelReference();

test('docs/model.md is what the script would write', () => {
  const committed = readFileSync(new URL('../../../../docs/model.md', import.meta.url), 'utf8');
  expect(committed, 'docs/model.md is old: npm run schema -w @sameteam/model').toBe(reference);
});

test('each event and each object has a section', () => {
  const headings = [...reference.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
  expect(headings).toEqual([...eventTypes, ...referenceObjects.keys()]);
});

test('a field is told with type, need, meaning, unit, example and who enters it', () => {
  expect(reference).toContain(
    '| `durationSeconds` | whole number from 0; whole seconds | no, or null | How long it took. | `260` | the system |',
  );
  expect(reference).toContain('Mail address under which the person can be reached. **Personal.**');
  expect(reference).toContain('| `cost` | [money](#money) | yes | What was spent on the campaign in the period. |');
});

test('objects without a section follow field by field', () => {
  expect(reference).toMatch(
    /\| `target` \| object.*\n\| `target.source` \| link;.*\n\| `target.id` \|.*\n\| `target.import`/,
  );
});

test('of a field with two forms the table says that one of them is sent', () => {
  expect(reference).toContain(
    '| `target` | object with `source` and `id`, or object with `import` | yes | What was wrong',
  );
  expect(reference).toMatch(
    /\| `target\.source` \| [^|]+ \| yes, in its form \|.*\n.*yes, in its form.*\n.*yes, in its form/,
  );
  expect(reference).toMatch(/\| `with` \| typed id, or \[external id\].*One of the two forms is sent\./);
});

test('links and what is not known are explained', () => {
  expect(reference).toMatch(/A\s+`link` is any text that names a page or a system/);
  expect(reference).toMatch(/`dataschema` names a newer minor version/);
});

test('each row of a table has as many cells as its header, and no value is left out', () => {
  for (const line of reference.split('\n').filter((it) => it.startsWith('| `')))
    expect([2, 6], line).toContain(line.split(/(?<!\\)\|/).length - 2);
  expect(reference).not.toMatch(/undefined|\[object|NaN/);
});
