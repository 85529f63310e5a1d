// `npm run new:metric -- sal_to_won_rate`
import { generateMetric } from './generate/generate-metric.ts';
import { runGenerator } from './generate/run-generator.ts';

runGenerator(generateMetric, 'Name the metric: npm run new:metric -- sal_to_won_rate');
