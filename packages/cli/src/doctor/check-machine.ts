import { accessSync, constants, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Finding, failed, ok, warning } from './finding.ts';

const gigabyte = 1024 ** 3;
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Whether Node is new enough for the packages. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > 22 || (major === 22 && minor >= 18);
  return isRecent ? ok('Node', version) : failed('Node', version, 'Install Node 24; 22.18 is the oldest that works.');
}

/** Whether the embedded database can be loaded on this machine. */
export async function checkDuckDb(): Promise<Finding> {
  try {
    const { version } = await import('@duckdb/node-api');
    return ok('DuckDB', version());
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return failed(
      'DuckDB',
      `does not load: ${why}`,
      'Install again (npm ci) on this machine: its library is made for one system and processor.',
    );
  }
}

/**
 * Whether the zone data is complete and as new as what it is asked here: São Paulo had no midnight on 15 October 2017.
 */
export function checkZones(): Finding {
  try {
    const day = Temporal.PlainDate.from('2017-10-15').toZonedDateTime('America/Sao_Paulo');
    const zones = Intl.supportedValuesOf('timeZone').length;
    if (day.hour === 1) return ok('Time zones', `${zones} zones, data ${process.versions.tz ?? 'of the system'}`);
  } catch {
    // Node without full data throws on the zone: told below, like data that is wrong.
  }
  return failed(
    'Time zones',
    'data is missing or wrong',
    'Use a Node with full ICU data, which the official builds have.',
  );
}

/** Room for a database. @param folder in which it lies */
export function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const found = `${(free / gigabyte).toFixed(1)} GB free`;
  return free < gigabyte
    ? warning('Disk', found, 'Make room: an import needs about ten times the size of its files.')
    : ok('Disk', found);
}

/** A browser, which only the tests of Sameteam itself need. */
export function checkBrowser(env: Readonly<Record<string, string | undefined>>): Finding {
  const folders = (env.PATH ?? '').split(delimiter).filter((it) => it !== '');
  const candidates = [
    env.SAMETEAM_CHROMIUM ?? '',
    ...folders.flatMap((folder) => browsers.map((it) => join(folder, it))),
  ];
  const found = candidates.find((path) => path !== '' && isExecutable(path));
  if (found !== undefined) return ok('Browser for tests', found);
  return warning(
    'Browser for tests',
    'none',
    'Only needed to work on Sameteam itself: its npm test finds or installs one.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
