// `npm run new:metric -- sal_to_won_rate`
import { generateMetric } from './generate/generate-metric.ts';
import { runGenerator } from './generate/run-generator.ts';
import { stageNames } from './generate/stage-words.ts';

const help = `Writes a metric with its test to packages/metrics/src/metrics, and enters it in the table of metrics and in its section.
Its name says what it measures:

  sal_to_won_rate      share of the leads of one stage that reached a later one
  days_to_won_median   days from the capture to a stage; also days_to_won_p90
  won_within_45_days   share of the captured leads that reached a stage in time
  sal_in_period        leads by the date of their own event rather than of their capture

Stages: ${stageNames.join(', ')}.`;

process.exitCode = runGenerator(
  {
    generate: generateMetric,
    example: 'npm run new:metric -- sal_to_won_rate',
    help,
    testCommand: (written) => `npx vitest run --project=node ${written.find((path) => path.endsWith('.test.ts'))}`,
  },
  { args: process.argv.slice(2) },
);
