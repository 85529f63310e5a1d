import picocolors from 'picocolors';
import type { CommandContext, Output } from '../context.ts';

/** Emphasis of a terminal, or none. */
export type Style = Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>;

/**
 * Colours for an output: on a terminal, unless NO_COLOR is set (to anything); FORCE_COLOR wins over a pipe.
 * Source: no-color.org.
 */
export function styleOf(output: Output, env: CommandContext['env']): Style {
  const isWanted = !env.NO_COLOR && env.TERM !== 'dumb' && (output.isTerminal || isForced(env.FORCE_COLOR));
  const { bold, dim, red, green, yellow, cyan } = picocolors.createColors(isWanted);
  return { bold, dim, red, green, yellow, cyan };
}

function isForced(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
