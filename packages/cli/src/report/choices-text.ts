import { dimensions, metricDefinitions } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { styleOf } from '../terminal/style.ts';
import { padText, wrapText } from '../terminal/text-width.ts';

/** A name that can be written on the command line, and what it stands for. */
interface Choice {
  readonly id: string;
  readonly meaning: string;
}

/**
 * What `sameteam report --list` prints: every metric and dimension by its name.
 * @returns with `json` one object, else two lists that fit the terminal
 */
export function choicesText(
  { stdout, env }: Pick<CommandContext, 'stdout' | 'env'>,
  { json = false }: { readonly json?: boolean },
): string {
  const metrics = metricDefinitions.map(({ id, formula }) => ({ id, meaning: formula }));
  const named = dimensions.map(({ id, label }) => ({ id, meaning: label }));
  if (json) return `${JSON.stringify({ metrics, dimensions: named }, null, 2)}\n`;
  const { bold } = styleOf(stdout, env);
  const idWidth = Math.max(...[...metrics, ...named].map(({ id }) => id.length));
  const list = (choices: readonly Choice[]) => choices.flatMap((it) => choiceLines(it, idWidth, stdout.columns - 1));
  return `${[
    bold('Metrics, for --metric'),
    ...list(metrics),
    '',
    bold('Dimensions, for --by and --where'),
    ...list(named),
  ].join('\n')}\n`;
}

function choiceLines({ id, meaning }: Choice, idWidth: number, columns: number): readonly string[] {
  const lines = wrapText(meaning, columns - idWidth - 4);
  return lines.map((line, index) => `  ${padText(index === 0 ? id : '', idWidth, 'left')}  ${line}`);
}
