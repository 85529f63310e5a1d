import { dimensions, type MetricDefinition } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { styleOf } from '../terminal/style.ts';
import { padText, wrapText } from '../terminal/text-width.ts';
import { sectionsOf } from './report-sections.ts';

/** A name that can be written on the command line, and what it stands for. */
interface Choice {
  readonly id: string;
  readonly meaning: string;
}

/**
 * What `sameteam report --list` prints: every metric and dimension by its name, the metrics by section, own ones last.
 * @param metrics every metric that can be asked for
 * @returns with `json` one object, else lists that fit the terminal
 */
export function choicesText(
  { stdout, env }: Pick<CommandContext, 'stdout' | 'env'>,
  { json = false, metrics: known }: { readonly json?: boolean; readonly metrics: readonly MetricDefinition[] },
): string {
  const byId = new Map(known.map((metric) => [metric.id, metric]));
  const choice = (id: string): Choice => ({ id, meaning: byId.get(id)?.formula ?? '' });
  const all = sectionsOf(undefined, known);
  const sections = all.map(({ id, metrics }) => ({ id, metrics: metrics.map(choice) }));
  const metrics = sections.flatMap((section) => section.metrics);
  const named = dimensions.map(({ id, label }) => ({ id, meaning: label }));
  if (json) {
    const sectionIds = all.map(({ id, label }) => ({ id, meaning: label }));
    return `${JSON.stringify({ metrics, sections: sectionIds, dimensions: named }, null, 2)}\n`;
  }
  const { bold } = styleOf(stdout, env);
  const idWidth = Math.max(...[...metrics, ...named].map(({ id }) => id.length));
  const list = (choices: readonly Choice[]) => choices.flatMap((it) => choiceLines(it, idWidth, stdout.columns - 1));
  return `${[
    'Metrics for --metric, by section (--section). --explain METRIC says more.',
    ...sections.flatMap((section) => ['', bold(section.id), ...list(section.metrics)]),
    '',
    bold('Dimensions, for --by and --where'),
    ...list(named),
  ].join('\n')}\n`;
}

function choiceLines({ id, meaning }: Choice, idWidth: number, columns: number): readonly string[] {
  const lines = wrapText(meaning, columns - idWidth - 4);
  return lines.map((line, index) => `  ${padText(index === 0 ? id : '', idWidth, 'left')}  ${line}`);
}
