import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LeadEvent, upcastEvent, validateEvent } from '../src/index.ts';

const golden = new URL('../golden/', import.meta.url);
const released = readdirSync(new URL('../released/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));

test('there are golden events of every released version', () => {
  expect(readdirSync(golden).sort()).toEqual(released.sort());
  expect(released).toContain('1.0');
});

const files = released.flatMap((version) =>
  readdirSync(new URL(`${version}/`, golden)).map((file) => [version, file] as const),
);

test.each(files)('events of version %s are read for ever: %s', (version, file) => {
  const text = readFileSync(new URL(`${version}/${file}`, golden), 'utf8');
  const events: Readonly<Record<string, LeadEvent>> = JSON.parse(text);
  const schemas: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(new URL(`../released/${version}.json`, import.meta.url), 'utf8'),
  );
  expect(Object.keys(events)).toEqual(expect.arrayContaining(['full', 'minimal', 'extended']));
  for (const event of Object.values(events)) {
    expect(Object.keys(schemas)).toContain(event.type);
    expect(`${event.type}.json`).toBe(file);
    const now = upcastEvent(event);
    expect(validateEvent(now)).toEqual({ success: true, event: now });
  }
});
