import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes } from '../vocabulary/event-types.ts';
import { publishedExamples } from './published-examples.ts';

const folder = new URL('../../schema/', import.meta.url);
const files = publishedExamples();

test('there are three files of each type', () => {
  expect(files.size).toBe(3 * eventTypes.length);
});

test.each(['examples', 'csv'])('the committed files in %s are what the script would write', (kind) => {
  const wanted = [...files.keys()].filter((path) => path.startsWith(`${kind}/`));
  expect(readdirSync(new URL(`${kind}/`, folder)).sort()).toEqual(wanted.map((path) => path.split('/')[1]).sort());
  for (const path of wanted) {
    expect(readFileSync(new URL(path, folder), 'utf8'), `${path} is old: npm run schema -w @sameteam/model`).toBe(
      files.get(path),
    );
  }
});
