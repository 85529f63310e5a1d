import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { goodLeads, leadsMap, testImport } from '../support/test-import.ts';

describe('a map that cannot be used is refused with the line and column of each fault', () => {
  it.each([
    [
      'a word that the schema does not know',
      leadsMap.replace('key: id', 'key: id\n    rows: recrds'),
      'map.yaml:8:11 "recrds" cannot stand at "rows". Did you mean "records"?',
    ],
    ['YAML that is none', leadsMap.replace('[id, created', '[id, [created'), /map\.yaml:[89]:\d+ Flow sequence/],
    [
      'a time zone that is none',
      leadsMap.replace('Europe/Berlin', 'Berlin'),
      'map.yaml:3:7 "Berlin" is not a time zone.',
    ],
    [
      'a heading that the file has not',
      leadsMap.replace('{ column: email }', '{ column: mail }'),
      /map\.yaml:14:\d+ .*"mail"/,
    ],
    ['a field that the model has not', leadsMap.replace('company: {', 'firm: {'), /map\.yaml:15:11 .*"firm"/],
    [
      'an event that does not exist',
      leadsMap.replace('lead.captured', 'lead.captred'),
      /map\.yaml:10:15 .*"lead\.captred"/,
    ],
    [
      'a form of time that is none',
      leadsMap.replace('yyyy-MM-dd', 'YYYY-QQ'),
      /map\.yaml:12:\d+ "YYYY-QQ" is not a form of time/,
    ],
    ['another file than a map', goodLeads, 'map.yaml:1:1 '],
    ['nothing', '', 'map.yaml:1:1 '],
  ])('%s', async (_, map, place) => {
    const { run, db } = testImport(goodLeads, { map });
    const ran = await run();
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^Cannot read the map map\.yaml:\n {2}map\.yaml:\d+:\d+ /);
    expect(ran.stderr).toMatch(
      place instanceof RegExp ? place : new RegExp(place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    );
    expect(existsSync(db)).toBe(false);
  });

  it('is not there, or is a folder', async () => {
    const { cwd } = testImport(goodLeads);
    mkdirSync(join(cwd, 'folder'));
    const by = (map: string) => sameteam(['import', 'leads.csv', '--map', map, '--db', 'leads.duckdb'], { cwd });
    expect(await by('none.yaml')).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'Cannot read the map none.yaml: there is no such file. Draft one: sameteam import FILE --guess.\n',
    });
    expect(await by('folder')).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'Cannot read folder: it is a folder, or another thing that is no file. Name the map itself.\n',
    });
  });
});
