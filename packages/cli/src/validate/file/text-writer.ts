import type { CommandContext } from '../../context.ts';
import { count } from '../../import/import-progress.ts';
import { gridLines } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { type Style, styleOf } from '../../terminal/style.ts';
import { wrapText } from '../../terminal/text-width.ts';
import { duplicateRow, type FaultRow, faultLines, faultRow } from './fault-lines.ts';
import type { PlaceKind } from './item-judge.ts';
import { qualityLines } from './quality-lines.ts';
import type { ResultWriter, ValidationEnd } from './result-writer.ts';
import type { ValidationTally } from './validation-tally.ts';

/** Faults that are shown to people, and duplicates. */
const mostFaults = 200;
const mostDuplicates = 20;

/** Tells a person at the end: what was refused and why, how often, and what to do next. */
export function textWriter({ stdout, env }: CommandContext, places: PlaceKind): ResultWriter {
  const style = styleOf(stdout, env);
  const columns = stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY;
  const rows: FaultRow[] = [];
  const repeats: FaultRow[] = [];
  let faults = 0;
  return {
    item(item) {
      faults += item.issues.length;
      if (item.verdict === 'duplicate' && repeats.length < mostDuplicates) repeats.push(duplicateRow(item, places));
      for (const issue of item.issues) {
        if (rows.length === mostFaults) return;
        rows.push(faultRow(item, issue, places));
      }
    },
    async drained() {},
    end({ tally, notes, quality }) {
      const blocks = [
        rows.length + repeats.length === 0 ? [] : faultLines([...rows, ...repeats], { style, columns }),
        cutLines('faults', rows.length, faults),
        cutLines('duplicates', repeats.length, tally.duplicates),
        codeLines(tally, style),
        quality === null ? [] : qualityLines(quality, { style, columns }),
        endLines({ tally, notes, quality }, { style, columns }),
      ];
      const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
      stdout.write(`${told.join('\n\n')}\n`);
    },
  };
}

function cutLines(what: string, shown: number, all: number): readonly string[] {
  return all > shown ? [`The first ${shown} of ${count(all)} ${what}. --json lists all.`] : [];
}

function codeLines(tally: ValidationTally, style: Style): readonly string[] {
  const codes = tally.codes();
  if (codes.length === 0) return [];
  return gridLines(
    [
      { head: 'Refused for', align: 'left', mains: codes.map(({ code }) => code) },
      { head: 'Items', align: 'right', mains: codes.map((it) => count(it.count)) },
    ],
    { head: style.bold, note: style.dim },
  );
}

function endLines(
  { tally, notes }: ValidationEnd,
  { style, columns }: { readonly style: Style; readonly columns: number },
): readonly string[] {
  const { read, accepted, duplicates, quarantined } = tally;
  const sum = `${count(read)} read: ${count(accepted)} accepted, ${count(duplicates)} ${duplicates === 1 ? 'duplicate' : 'duplicates'}, ${count(quarantined)} quarantined`;
  return [
    ...notes.flatMap((note) => wrapText(`${style.yellow('Note:')} ${plainText(note)}`, columns)),
    style.bold(sum),
    ...wrapText(`Next: ${nextStep(tally)}`, columns),
  ];
}

function nextStep({ read, quarantined }: ValidationTally): string {
  if (read === 0) return 'nothing was read, for there is no item in it. Look whether it is the right file.';
  if (quarantined > 0)
    return 'mend what was refused where it is written, and run this again. --json says each fault in a sentence.';
  return 'send it. `sameteam validate --listen` is an endpoint to try that with.';
}
