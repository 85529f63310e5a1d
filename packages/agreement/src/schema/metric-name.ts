import { metricIds } from '@sameteam/model';
import { z } from 'zod';
import { identifier, identifierPattern } from './identifier.ts';

/** The name of a metric. Editors offer those that come with Sameteam; an agreement can declare others. */
export const metricName: z.ZodString = identifier().meta({ id: 'MetricName', examples: [...metricIds] });

/** The name of a metric that is added, or taken away. */
export const addend: z.ZodString = z
  .string()
  .regex(new RegExp(identifierPattern.source.replace('^', '^-?')), {
    error: 'the name of a metric, with "-" before it to take it away',
  })
  .meta({ id: 'MetricAddend', examples: [...metricIds] });
