import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/check-released.ts', import.meta.url));
const released = readFileSync(new URL('../released/1.0.json', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sameteam-released-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the step of the build against a folder that says that this was released. */
function checkAgainst(schemas: object): { readonly exit: number | null; readonly said: string } {
  writeFileSync(join(folder, '1.0.json'), JSON.stringify(schemas));
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { exit: status, said: stderr };
}

test('the build goes on where the sources say what was released', () => {
  expect(checkAgainst(JSON.parse(released))).toEqual({ exit: 0, said: '' });
});

test('the build fails where a released schema was changed in place, and says where', () => {
  const changed = JSON.parse(released);
  changed['lead.accepted'].properties.data.properties.note.anyOf[0].maxLength = 20_000;
  const { exit, said } = checkAgainst(changed);
  expect(exit).toBe(1);
  expect(said).toBe(
    'lead.accepted of version 1.0 changed at /properties/data/properties/note/anyOf/0/maxLength: maxLength was 20000 and is 10000. Release another version: a minor one for what is only added, a major one with an upcaster for the rest.\n',
  );
});

test('the build fails where a field was added in place', () => {
  const { 'lead.accepted': accepted, ...others } = JSON.parse(released);
  const { note, ...fields } = accepted.properties.data.properties;
  const data = { ...accepted.properties.data, properties: fields };
  const before = { ...accepted, properties: { ...accepted.properties, data } };
  const { exit, said } = checkAgainst({ ...others, 'lead.accepted': before });
  expect(exit).toBe(1);
  expect(said).toContain('changed at /properties/data/properties/note: the field note is new.');
});
