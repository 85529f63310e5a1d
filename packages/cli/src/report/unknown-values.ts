import type { Report, ReportFilter, ReportRequest } from '@sameteam/api/client';
import { dimension, metricDefinition, metricDefinitions, metricDimensions } from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import { dimensionValues, type ServiceContext } from '@sameteam/service';
import { plainText } from '../terminal/plain-text.ts';

/** As many values as the service gives at most: beyond them, a value that is not among them may exist all the same. */
const mostValues = 1000;

/** How many values a sentence lists. */
const listed = 12;

/**
 * Sentences on values of `--where` that no lead has, which are mistyped more often than not: the report itself would
 * only be smaller. An owner or a readiness may have been one in the past, so that theirs are doubted only where nothing
 * was found.
 * @returns none when all values are known
 */
export async function unknownValues(
  store: ServiceContext,
  { filters = [] }: ReportRequest,
  answer: Report,
): Promise<readonly string[]> {
  const sentences: string[] = [];
  const isEmpty = answer.rows.every((row) => (row.numerator ?? 0) === 0 && (row.denominator ?? 0) === 0);
  for (const filter of filters) {
    const wanted = ('in' in filter ? filter.in : filter.notIn).filter((value) => value !== null);
    if (wanted.length === 0 || !isOfLeads(filter) || !(isEmpty || isForGood(filter))) continue;
    const { values, more } = await dimensionValues(store, { id: filter.dimension, limit: mostValues });
    if (more) continue;
    const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
    sentences.push(
      ...wanted.filter((value) => !known.includes(value)).map((value) => sentence(filter.dimension, value, known)),
    );
  }
  return sentences;
}

/** Whether leads have values of a dimension: clauses, competitors and the like are those of other rows, and none is listed. */
function isOfLeads({ dimension: id }: ReportFilter): boolean {
  const captured = metricDefinition('captured');
  return captured !== undefined && metricDimensions(captured, metricDefinitions).some((known) => known === id);
}

/** Whether a lead has one value of this dimension, once and for all. */
function isForGood(filter: ReportFilter): boolean {
  const found = dimension(filter.dimension);
  return found !== undefined && (found.id.startsWith('source.') || found.id === 'segment' || found.id === 'product');
}

function sentence(id: string, value: string, known: readonly string[]): string {
  const nearest = nearestName(value, known);
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  const more = known.length > listed ? ` and ${known.length - listed} more` : '';
  const list = known.length === 0 ? 'It has no values.' : `Its values are ${known.slice(0, listed).join(', ')}${more}.`;
  return plainText(`No lead was found with "${value}" as ${id}.${hint} ${list}`);
}
