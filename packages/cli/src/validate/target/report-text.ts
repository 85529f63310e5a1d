import { plainText } from '../../terminal/plain-text.ts';
import type { Style } from '../../terminal/style.ts';
import { padText, textWidth, wrapText } from '../../terminal/text-width.ts';
import type { PromiseResult } from './run-promises.ts';

/** How a report is written. */
export interface ReportLayout {
  readonly style: Style;
  /** Width of the terminal. */
  readonly columns: number;
}

/** Lines for each promise, kept or broken; a broken one says what was sent, what came, and what was expected. */
export function promiseLines(results: readonly PromiseResult[], { style, columns }: ReportLayout): readonly string[] {
  const idWidth = Math.max(...results.map(({ id }) => textWidth(id)));
  const indent = ' '.repeat('FAIL'.length + 2);
  return results.flatMap(({ id, says, passed, breach }) => {
    const mark = passed ? style.green('pass') : style.red('FAIL');
    const head = `${mark}  ${padText(id, idWidth, 'left')}  ${passed ? style.dim(says) : style.bold(says)}`;
    if (breach === null) return [head];
    // What came is text of somebody else.
    const lines = wrapText(plainText(breach.message), Math.max(40, columns - indent.length));
    return [head, ...lines.map((line) => indent + line)];
  });
}

/** The summary: how many of how many, and which are broken. */
export function summaryLine(results: readonly PromiseResult[], { style }: Pick<ReportLayout, 'style'>): string {
  const broken = results.filter(({ passed }) => !passed).map(({ id }) => id);
  const kept = `${results.length - broken.length} of ${results.length} promises kept.`;
  return broken.length === 0 ? style.green(kept) : `${style.red(kept)} Broken: ${broken.join(', ')}.`;
}
