import { type DimensionValues, ProblemError, readRequest, valuesRequestSchema } from '@sameteam/api';
import { dimension, dimensions } from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import type { ServiceContext } from '../service-context.ts';

/** Which values: of which dimension, and how many at most. */
export interface ValuesRequest {
  readonly id: string;
  /** 1 to 1,000; 100 unless told. */
  readonly limit?: number | undefined;
}

const usualLimit = 100;

/**
 * The values of a dimension, most leads first; `null` is the missing value. Of `owner` and `readiness`, which a report
 * reads at the event of each number, it tells the leads that have the value now.
 * @returns no values for an empty log
 * @throws ProblemError `unknown-dimension`; `invalid-request`, for a calendar grain too: it has periods, not values
 * @example await dimensionValues(context, { id: 'source.channel', limit: 20 })
 */
export async function dimensionValues({ engine }: ServiceContext, request: ValuesRequest): Promise<DimensionValues> {
  const { id, limit = usualLimit } = readRequest(valuesRequestSchema, request);
  const found = dimension(id);
  if (found === undefined) throw unknownDimension(id);
  if (found.kind === 'calendar') {
    const what = `"${id}" is a calendar grain: it has periods, not values. Ask a report for them, with from and to.`;
    throw new ProblemError('invalid-request', { what }, { issues: [{ pointer: '/id', message: what, nearest: null }] });
  }
  const values = await engine.values(found.id, limit + 1);
  return { dimension: id, values: values.slice(0, limit), more: values.length > limit };
}

function unknownDimension(id: string): ProblemError {
  const known = dimensions.filter(({ kind }) => kind !== 'calendar').map((candidate) => candidate.id);
  const nearest = nearestName(id, known);
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  const sentence = `There is no dimension "${id}".${hint} Dimensions with values are ${known.join(', ')}.`;
  return new ProblemError(
    'unknown-dimension',
    { sentence },
    { issues: [{ pointer: '/id', message: sentence, nearest }] },
  );
}
