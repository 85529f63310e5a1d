import type { CommandContext } from '../context.ts';
import { type Style, styleOf } from '../terminal/style.ts';
import { count, counted } from './import-progress.ts';
import type { ImportWarning, QuarantineReason } from './import-tally.ts';

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
  /** Why rows are in quarantine, of most rows first. */
  readonly reasons: readonly QuarantineReason[];
  /** Events and leads in the database now. */
  readonly events: number;
  readonly leads: number;
  readonly seconds: number;
}

/** Reasons that are shown to people. */
const shownReasons = 12;

/** The result for a person: what went in, what did not and why, what is odd, and what to do next. */
export function importText(
  result: ImportResult,
  { db, context }: { readonly db: string; readonly context: CommandContext },
): string {
  const style = styleOf(context.stdout, context.env);
  const isDry = result.import === null;
  const headline = isDry ? 'Dry run: nothing was written.' : `Imported as ${result.import}.`;
  const stored = `${counted(result.events, 'event')} of ${counted(result.leads, 'lead')}`;
  const lines = [
    `${style.bold(headline)} ${counted(result.read, 'row')} read in ${result.seconds.toFixed(1)} s.`,
    `  ${count(result.accepted)} new, ${count(result.duplicates)} known already, ${count(result.quarantined)} in quarantine.`,
    `  ${db} holds ${stored}${isDry ? ', as before' : ' now'}.`,
  ];
  for (const { sentence } of result.warnings) lines.push(`${style.yellow('Note:')} ${sentence}`);
  if (result.quarantined > 0) lines.push(...quarantineLines(result.reasons, style));
  if (!isDry && result.accepted > 0) {
    lines.push(
      '',
      `Next: sameteam report --db ${db} --metric captured,won,lead_to_win_rate`,
      `Take it back: sameteam import --undo ${result.import} --db ${db}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function quarantineLines(reasons: readonly QuarantineReason[], style: Style): readonly string[] {
  const lines = ['', style.bold('In quarantine')];
  for (const { code, file, column, count: rows, lines: named, message } of reasons.slice(0, shownReasons)) {
    const [first, ...further] = named;
    lines.push(`  ${file}:${first}${column === null ? '' : ` ${column}`}  ${code}  ${message}`);
    if (rows === 1) continue;
    const left = rows - named.length;
    const more = left > 0 ? ` and ${count(left)} more` : '';
    lines.push(
      `    The same in ${further.length === 1 && left === 0 ? 'line' : 'lines'} ${further.join(', ')}${more}.`,
    );
  }
  const left = reasons.length - shownReasons;
  if (left > 0) lines.push(`  … and for ${count(left)} further ${left === 1 ? 'reason' : 'reasons'}.`);
  return lines;
}
