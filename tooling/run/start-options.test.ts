import { expect, it } from 'vitest';
import { parseStartOptions } from './start-options.mjs';

it('serves the simulated company on 4321 when nothing is said', () => {
  expect(parseStartOptions([])).toEqual({ db: null, port: 4321, host: '127.0.0.1', agreement: null, help: false });
});

it('takes another database and port', () => {
  expect(parseStartOptions(['--db', 'other.duckdb', '--port=8080'])).toMatchObject({ db: 'other.duckdb', port: 8080 });
});

it.each(['0', '65536', '80x', '-1', ''])('refuses %j as a port', (port) => {
  expect(() => parseStartOptions([`--port=${port}`])).toThrow(/is not a port\. Give a whole number from 1 to 65535/);
});

it('says which option is unknown and which there are', () => {
  expect(() => parseStartOptions(['--prot', '1'])).toThrow(/--prot.*Options are --db FILE/);
});
