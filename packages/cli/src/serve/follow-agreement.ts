import { setTimeout as pause } from 'node:timers/promises';
import type { AgreementHistory } from '@sameteam/agreement';
import type { KeptAgreements } from '@sameteam/metrics/duckdb';
import { Temporal } from 'temporal-polyfill';
import type { JudgedBy } from '../agreement/judge-by.ts';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { judgingBy } from '../store/judging.ts';
import { agreementMark } from './agreement-mark.ts';

/** What is followed, and who is told. */
export interface FollowOptions {
  /** The agreement, as given. */
  readonly file: string;
  /** By what is judged while nothing changes. */
  readonly judged: JudgedBy;
  /** What the store keeps of agreements. */
  readonly kept: KeptAgreements;
  /** Lets others judge from now on. What it rejects with ends the following. */
  readonly take: (judged: JudgedBy) => Promise<void>;
  /** Time between two looks at the files. */
  readonly everyMs: number;
}

/**
 * Follows the files of an agreement while it is served, until it is told to stop: a version that is signed by all who must
 * judges from then on, and so does the next one when its day has come. A draft is never taken up: somebody who edits the
 * file must not change everybody's numbers before it is signed.
 */
export async function followAgreement(
  { file, kept, take, everyMs, ...options }: FollowOptions,
  context: CommandContext,
): Promise<void> {
  let { judged } = options;
  // One file is edited from version to version: the text of the one before is known from when it was read.
  let known = [...kept.versions, ...judged.versions];
  let told = '';
  const tell = (sentence: string) => {
    if (sentence !== told) context.stderr.write(`${sentence}\n`);
    told = sentence;
  };
  const look = async () =>
    `${await agreementMark(file, context).catch(() => '')} ${begun(judged.history, context.now())}`;
  let seen = await look();
  while (await pause(everyMs, true, { signal: context.stop, ref: false }).catch(() => false)) {
    const now = await look();
    if (now === seen) continue;
    seen = now;
    const found = await judgedNow(file, { ...kept, versions: known }, context);
    if ('why' in found) {
      tell(`${found.why}\nWhat judged before still judges.`);
    } else if (found.history === undefined) {
      tell(
        `${file} has changed, and version ${found.agreement?.version} of it is not signed by all who must: what judged before still judges. Who starts again tries it.`,
      );
    } else if (textOf(found) !== textOf(judged)) {
      judged = found;
      known = [...known, ...found.versions];
      await take(found);
      tell(`${file} judges anew: ${inWords(found.history)}.`);
    }
  }
}

async function judgedNow(
  file: string,
  kept: KeptAgreements,
  context: CommandContext,
): Promise<JudgedBy | { readonly why: string }> {
  try {
    return await (await judgingBy(file, context))(kept);
  } catch (cause) {
    if (cause instanceof CliError) return { why: cause.message };
    // A file that is being written, or whose folder is gone.
    if (cause instanceof Error && 'code' in cause)
      return { why: `Cannot read the agreement ${file}: ${cause.message}` };
    throw cause;
  }
}

/** How many versions have begun or ended. */
function begun(history: AgreementHistory | undefined, nowMs: number): number {
  const turns = history?.periods.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? Number.POSITIVE_INFINITY]) ?? [];
  return turns.filter((turnMs) => turnMs <= nowMs).length;
}

/** What makes two judgings one. */
function textOf({ agreement, history, standing }: JudgedBy): string {
  const periods = history?.periods.map(({ digest, fromMs, untilMs }) => [digest, fromMs, untilMs]);
  return JSON.stringify([agreement?.version, periods, standing]);
}

function inWords({ periods }: AgreementHistory): string {
  return periods
    .map(({ version, fromMs, untilMs, agreement: { timeZone } }) => {
      const day = (ms: number) =>
        Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
      return `version ${version} from ${day(fromMs)}${untilMs === null ? '' : ` until ${day(untilMs - 1)}`}`;
    })
    .join(', ');
}
