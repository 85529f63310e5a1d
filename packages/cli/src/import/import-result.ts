import type { CommandContext } from '../context.ts';
import { type Style, styleOf } from '../terminal/style.ts';
import { count } from './import-progress.ts';
import type { ImportTally, ImportWarning } from './import-tally.ts';

/** What `sameteam import` prints with `--json`. */
export interface ImportResult {
  /** Id of the import, for `--undo`; `null` for a dry run. */
  readonly import: string | null;
  /** Data rows. `accepted + duplicates + quarantined` is as many. */
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly warnings: readonly ImportWarning[];
  /** Events and leads in the database now. */
  readonly events: number;
  readonly leads: number;
  readonly seconds: number;
}

/** The result for a person: what went in, what did not and why, what is odd, and what to do next. */
export function importText(
  result: ImportResult,
  tally: ImportTally,
  { db, context }: { readonly db: string; readonly context: CommandContext },
): string {
  const style = styleOf(context.stdout, context.env);
  const lines = [
    result.import === null
      ? `${style.bold('Dry run: nothing was written.')} ${count(result.read)} rows read in ${result.seconds.toFixed(1)} s.`
      : `${style.bold(`Imported as ${result.import}.`)} ${count(result.read)} rows read in ${result.seconds.toFixed(1)} s.`,
    `  ${count(result.accepted)} new, ${count(result.duplicates)} known already, ${count(result.quarantined)} in quarantine.`,
    `  ${db} holds ${count(result.events)} events of ${count(result.leads)} leads now.`,
  ];
  for (const { sentence } of result.warnings) lines.push(`${style.yellow('Note:')} ${sentence}`);
  if (tally.quarantined > 0) lines.push(...quarantineLines(tally, style));
  if (result.import !== null && result.accepted > 0) {
    lines.push(
      '',
      `Next: sameteam report --db ${db} --metric captured,won,lead_to_win_rate`,
      `Take it back: sameteam import --undo ${result.import} --db ${db}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function quarantineLines(tally: ImportTally, style: Style): readonly string[] {
  const lines = ['', style.bold('In quarantine')];
  for (const { file, line, column, code, message } of tally.examples) {
    lines.push(`  ${file}:${line}${column === null ? '' : ` ${column}`}  ${code}  ${message}`);
  }
  const more = tally.quarantined - tally.examples.length;
  if (more > 0) lines.push(`  … and ${count(more)} more.`);
  return lines;
}
