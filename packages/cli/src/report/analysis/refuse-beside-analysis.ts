import { CliError } from '../../errors/cli-error.ts';
import type { ReportOptions } from '../report-options.ts';

const analyses = ['attribution', 'curve', 'cohorts', 'change', 'promises'] as const;

/** Options that ask another question, or that an analysis cannot be narrowed by. */
const questions = ['metric', 'section', 'explain', 'leads'] as const;
const ofCohorts = ['by', 'grain', 'anchor'] as const;

/** What means something with some analyses only. */
const belongs = [
  { key: 'conversion', to: ['attribution'], why: 'it says what channels are credited for' },
  { key: 'days', to: ['curve', 'cohorts'], why: 'it says how far a curve goes' },
] as const;

/**
 * An analysis answers one question: others cannot be asked with it.
 * @throws CliError `not-together`, `only-with`
 */
export function refuseBesideAnalysis(options: ReportOptions): void {
  const [analysis, another] = analyses.filter((key) => options[key] !== undefined);
  for (const { key, to, why } of belongs) {
    const fits = analysis !== undefined && to.some((one) => one === analysis);
    if (options[key] !== undefined && !fits)
      throw new CliError('only-with', { option: `--${key}`, needed: to.map((one) => `--${one}`).join(' or '), why });
  }
  if (analysis === undefined) return;
  const cut = {
    attribution: ofCohorts,
    change: ['by'] as const,
    curve: [],
    cohorts: [],
    promises: [...ofCohorts, 'where'] as const,
  };
  const others = [...questions, ...cut[analysis]];
  const second = another ?? others.find((key) => options[key] !== undefined);
  if (second === undefined) return;
  throw new CliError('not-together', {
    first: `--${analysis}`,
    second: `--${second}`,
    remedy: 'Each answers a question of its own; narrow it with --where, --from and --to.',
  });
}
