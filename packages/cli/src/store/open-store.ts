import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Agreement } from '@sameteam/agreement';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { MetricsError, unheededClauses } from '@sameteam/metrics';
import { type KeptAgreements, openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { ServiceContext } from '@sameteam/service';
import type { JudgedBy } from '../agreement/judge-by.ts';
import type { CommandContext } from '../context.ts';
import { type DecideJudging, judgingBy } from './judging.ts';
import { memoryEngineOf } from './memory-engine-of.ts';

/** Options that name a database and how to look at it. */
export interface StoreOptions {
  readonly db: string;
  readonly agreement?: string | undefined;
  /** What computes: the embedded database itself, or an engine in memory that its log is read into. */
  readonly engine?: 'duckdb' | 'memory' | undefined;
  /** Version that is asked for, which there must be. */
  readonly agreementVersion?: number | undefined;
  /** Opens it alone, to write into it too; otherwise it is shared with others who read. */
  readonly isWritten?: boolean | undefined;
  /** Decides by what is judged, where that is not for the files of the agreement alone. */
  readonly judging?: DecideJudging | undefined;
}

/**
 * Opens a database that is there, with the versions of the agreement that it is judged by, as the service wants it, and
 * says on stderr what of the agreement numbers do not heed. The caller closes its engine.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`, `unknown-version`
 */
export async function openStore(options: StoreOptions, context: CommandContext): Promise<ServiceContext> {
  const decide = options.judging ?? (await judgingBy(options.agreement, context));
  const path = resolve(context.cwd, options.db);
  const { isWritten = false } = options;
  if (isWritten && !existsSync(path)) throw new MetricsError('no-database', { path });
  let judged: JudgedBy | undefined;
  let kept: KeptAgreements | undefined;
  const judging: typeof decide = async (found) => {
    kept = found;
    judged = await decide(found);
    return judged;
  };
  const engine =
    options.engine === 'memory'
      ? await memoryEngineOf(path, judging)
      : await openDuckDbEngine({ path, judging, holidays: publicHolidays, readOnly: !isWritten });
  const { agreementVersion: version } = options;
  if (version !== undefined) {
    const known = versionsOf(engine.agreement, judged, kept);
    if (!known.includes(version)) {
      await engine.close();
      throw new MetricsError('unknown-version', { version, known });
    }
  }
  for (const { sentence } of unheededClauses(engine.agreement)) context.stderr.write(`${sentence}\n`);
  const { standing, history } = judged ?? {};
  return { engine, agreement: engine.agreement, standing, history, clock: context.now };
}

/** Numbers of the versions that everything can be judged by. */
function versionsOf(
  agreement: Agreement,
  judged: JudgedBy | undefined,
  kept: KeptAgreements | undefined,
): readonly number[] {
  const { history, versions = [] } = judged ?? {};
  const beside = [...versions, ...(kept?.versions ?? [])].map((one) => one.agreement);
  const documents = [agreement, ...beside.filter(({ name }) => name === agreement.name)];
  for (const period of history?.periods ?? []) documents.push(period.agreement);
  return [...new Set(documents.map((one) => one.version))].sort((a, b) => a - b);
}
