import { createMemoryEngine, metricDefinitions } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { openStore } from '../store/open-store.ts';
import { readAgreement } from '../store/read-agreement.ts';
import { choicesText } from './choices-text.ts';
import type { ReportOptions } from './report-options.ts';

/**
 * Answers `sameteam report --list`: what can be named, own metrics of the agreement among it where a database or an
 * agreement is named.
 * @throws CliError `no-file`, `bad-agreement`
 */
export async function runList(options: Partial<ReportOptions>, context: CommandContext): Promise<string> {
  const { json = false } = options;
  return choicesText(context, { json, metrics: await metricsOf(options, context) });
}

async function metricsOf({ db, agreement: named, ...options }: Partial<ReportOptions>, context: CommandContext) {
  if (db !== undefined) {
    const { engine } = await openStore({ ...options, db, agreement: named }, context);
    const { metrics } = engine;
    await engine.close();
    return metrics;
  }
  const agreement = await readAgreement(named, context);
  return agreement === undefined ? metricDefinitions : createMemoryEngine({ agreement }).metrics;
}
