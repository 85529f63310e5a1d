import { randomBytes } from 'node:crypto';
import type { QualityTally } from '@sameteam/service';
import type { CommandContext } from '../../context.ts';
import { CliError } from '../../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../../exit-code.ts';
import { readAgreement } from '../../store/read-agreement.ts';
import { itemJudge, judgeInFile, type PlaceKind } from './item-judge.ts';
import { itemReader } from './item-reader.ts';
import { jsonWriter } from './json-writer.ts';
import type { JudgedItem } from './judged-item.ts';
import { type Input, openInput } from './open-input.ts';
import type { ReadItem } from './read-item.ts';
import { type FileFormat, sniffFormat } from './sniff-format.ts';
import { spareMemory } from './spare-memory.ts';
import type { openStoreJudge, StoreJudge, WaitingItem } from './store-judge.ts';
import { textWriter } from './text-writer.ts';
import { validateProgress } from './validate-progress.ts';
import { ValidationTally } from './validation-tally.ts';

/** Options of `sameteam validate FILE`, as the command line gives them. */
export interface ValidateFileOptions {
  /** How the file is written, where its name and first bytes do not tell. */
  readonly format?: FileFormat['name'] | undefined;
  /** Database in which duplicates are looked for too. */
  readonly db?: string | undefined;
  readonly quality?: boolean | undefined;
  readonly agreement?: string | undefined;
  /** Sender of flat leads that name none. */
  readonly vendor?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Items that wait for the database at most, beside those of one chunk. */
const mostWaiting = 2000;

/**
 * Answers `sameteam validate FILE`: reads a file or standard input item by item, and tells what would become of each.
 * @param file a path, or `-`
 * @returns `quarantine` where an item was refused
 * @throws CliError `no-file`, `not-readable`, `bad-agreement`, `validate-stopped`
 * @throws MetricsError for a database that cannot be opened
 */
export async function validateFile(
  file: string,
  options: ValidateFileOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const input = await openInput(file, context);
  try {
    const format = await sniffFormat(file, input.sample, options.format);
    spareMemory(input.bytes);
    const places: PlaceKind = format.name === 'json' ? 'item' : 'line';
    const { db } = options;
    const store = db === undefined ? null : await openJudge({ ...options, db, places }, context);
    try {
      return await validateInput(input, { file, format, places, store, options, context });
    } finally {
      await store?.close();
    }
  } finally {
    await input.close();
  }
}

/** The driver of the database takes some memory, which a run without one can do without. */
async function openJudge(...given: Parameters<typeof openStoreJudge>): Promise<StoreJudge> {
  const { openStoreJudge } = await import('./store-judge.ts');
  return openStoreJudge(...given);
}

interface Validation {
  readonly file: string;
  readonly format: FileFormat;
  readonly places: PlaceKind;
  readonly store: StoreJudge | null;
  readonly options: ValidateFileOptions;
  readonly context: CommandContext;
}

async function validateInput(input: Input, work: Validation): Promise<ExitCode> {
  const { file, format, places, store, options, context } = work;
  const nowMs = context.now();
  const tally = new ValidationTally();
  const notes: string[] = [];
  const quality = await qualityTally(work);
  const judge = itemJudge({ seed: randomBytes(4).readInt32LE(), places });
  const writer =
    options.json === true ? jsonWriter(context.stdout, { file, format: format.name }) : textWriter(context, places);
  const waiting: WaitingItem[] = [];
  const settle = (item: ReadItem, judged: JudgedItem): void => {
    tally.add(judged);
    writer.item(judged);
    const { verdict, source, issues } = judged;
    quality?.add({ source, event: item.value, issues, verdict, receivedMs: nowMs });
  };
  const askStore = async (least: number): Promise<void> => {
    if (store === null || waiting.length < least) return;
    const asked = waiting.splice(0);
    for (const [place, judged] of (await store.judge(asked)).entries())
      settle((asked[place] as WaitingItem).item, judged);
  };
  const reader = await itemReader(format, {
    nowMs,
    vendor: options.vendor ?? 'web',
    secret: store?.secret ?? randomBytes(32).toString('hex'),
    note: (sentence) => notes.push(sentence),
    take(item) {
      if (store === null) settle(item, judgeInFile(item, judge, places));
      else waiting.push({ item, known: item.event === null ? null : judge.meet(item, item.event) });
    },
  });
  const progress = validateProgress(context.stderr, { totalBytes: input.bytes, tally, now: () => performance.now() });
  try {
    for await (const chunk of input.chunks()) {
      if (context.stop.aborted) break;
      reader.push(chunk);
      await askStore(mostWaiting);
      await writer.drained();
      progress.step(chunk.length);
    }
    if (context.stop.aborted) throw new CliError('validate-stopped', { read: tally.read });
    reader.end();
    await askStore(1);
  } finally {
    progress.end();
  }
  if (judge.forgotten > 0 && store === null) notes.push(forgotten(judge.forgotten));
  writer.end({ tally, notes, quality: quality?.report() ?? null });
  return tally.quarantined > 0 ? exitCodes.quarantine : exitCodes.done;
}

async function qualityTally({ options, store, context }: Validation): Promise<QualityTally | null> {
  if (options.quality !== true) return null;
  const { createQualityTally } = await import('@sameteam/service');
  const { defaultAgreement } = await import('@sameteam/agreement');
  const agreement = store?.agreement ?? (await readAgreement(options.agreement, context)) ?? defaultAgreement;
  return createQualityTally({ required: agreement.terms?.lead?.requires ?? [] });
}

function forgotten(events: number): string {
  return `The first ${events.toLocaleString('en')} events were forgotten on the way, so as to stay within the memory: what repeats one of them far behind was taken for new. --db looks through all.`;
}
