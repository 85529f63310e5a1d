import type { AgreementHistory } from '@sameteam/agreement';
import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../context.ts';
import { plainText } from '../terminal/plain-text.ts';
import { styleOf } from '../terminal/style.ts';

/** Which version bound when, as a person reads it. */
export function historyText(
  { periods, issues }: AgreementHistory,
  { stdout, env }: Pick<CommandContext, 'stdout' | 'env'>,
): string {
  const style = styleOf(stdout, env);
  const day = (ms: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
  const lines = periods.map(({ version, fromMs, untilMs, agreement: { timeZone } }) => {
    const until = untilMs === null ? '' : ` until ${day(untilMs - 1, timeZone)}`;
    return `  version ${version}  from ${day(fromMs, timeZone)}${until}`;
  });
  return [
    style.bold('Which version bound when'),
    ...(lines.length === 0 ? ['  none: no version is signed by all who must'] : lines),
    ...issues.flatMap(({ severity, code, message, remedy }) => [
      '',
      `${severity === 'error' ? style.red(severity) : style.yellow(severity)}  ${style.dim(code)}`,
      `  ${plainText(message)}`,
      `  ${style.cyan(plainText(remedy))}`,
    ]),
    '',
  ].join('\n');
}
