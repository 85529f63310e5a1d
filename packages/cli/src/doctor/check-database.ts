import { statSync } from 'node:fs';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { unheededClauses } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { judgeBy } from '../agreement/judge-by.ts';
import { type Finding, failed, ok, warning } from './finding.ts';

const megabyte = 1024 ** 2;
const count = new Intl.NumberFormat('en');

/**
 * Whether a database opens, and what it holds. It is opened for reading, and not changed.
 * @param path as given, for messages
 * @param options.file the same, resolved
 * @param options.nowMs by which signatures are judged
 */
export async function checkDatabase(
  path: string,
  { file, nowMs }: { readonly file: string; readonly nowMs: number },
): Promise<readonly Finding[]> {
  try {
    const engine = await openDuckDbEngine({
      path: file,
      judging: (kept) => judgeBy(null, kept, { nowMs }),
      holidays: publicHolidays,
      readOnly: true,
    });
    try {
      const { events, leads, quarantined, firstEventMs, lastEventMs } = await engine.status();
      const imports = await engine.imports();
      const size = statSync(file).size / megabyte;
      const period =
        firstEventMs === null || lastEventMs === null ? '' : `, ${day(firstEventMs)} to ${day(lastEventMs)}`;
      return [
        ok('Database', `${path} opens, ${size.toFixed(1)} MB`),
        ok('Log', `${count.format(events)} events of ${count.format(leads)} leads${period}`),
        ok('Agreement', `"${engine.agreement.name}", version ${engine.agreement.version}`),
        ...unheededClauses(engine.agreement).map(({ sentence }) => {
          const [found = '', ...remedy] = sentences(sentence);
          return warning('Agreement', found, remedy.join(' '));
        }),
        ok(
          'Imports',
          `${count.format(imports.length)}, ${count.format(imports.filter((it) => it.undoneMs !== null).length)} taken back`,
        ),
        quarantined === 0
          ? ok('Quarantine', 'empty')
          : warning(
              'Quarantine',
              `${count.format(quarantined)} rows`,
              'Correct these rows in their file, or the map, and import the file again.',
            ),
      ];
    } finally {
      await engine.close();
    }
  } catch (error) {
    const [found = '', ...remedy] = sentences(error instanceof Error ? error.message : String(error));
    return [failed('Database', found, remedy.join(' ') || 'Name another file.')];
  }
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Messages say what failed and why in their first sentence, and what to do in the others. */
function sentences(message: string): readonly string[] {
  return message.split(/(?<=\.)\s+(?=[A-Z])/);
}
