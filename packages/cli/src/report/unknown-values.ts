import type { Report, ReportFilter, ReportRequest } from '@sameteam/api/client';
import { dimension, metricDefinition, metricDefinitions, metricDimensions } from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import { dimensionValues, report, type ServiceContext } from '@sameteam/service';
import { plainText } from '../terminal/plain-text.ts';

/** As many values as the service gives at most: beyond them, a value that is not among them may exist all the same. */
const mostValues = 1000;

/** How many values a sentence lists. */
const listed = 12;

/**
 * Sentences on values of `--where` that nothing has, which are mistyped more often than not: the report itself would
 * only be smaller. An owner or a readiness may have been one in the past, so that theirs are doubted only where nothing
 * was found; so are those of other rows than leads, such as competitors. The clauses of the SLA stand in the agreement.
 * @returns none when all values are known
 */
export async function unknownValues(
  store: ServiceContext,
  request: ReportRequest,
  answer: Report,
): Promise<readonly string[]> {
  const { filters = [] } = request;
  const sentences: string[] = [];
  const isEmpty = answer.rows.every((row) => (row.numerator ?? 0) === 0 && (row.denominator ?? 0) === 0);
  for (const filter of filters) {
    const wanted = ('in' in filter ? filter.in : filter.notIn).filter((value) => value !== null);
    const agreed = agreedValues(store, filter);
    if (wanted.every((value) => agreed.includes(value)) || !(isEmpty || isForGood(filter))) continue;
    const ofLeads = isOfLeads(filter);
    const found = ofLeads ? await valuesOfLeads(store, filter) : await valuesOfRows(store, request, filter);
    if (found === null) continue;
    const known = [...new Set([...agreed, ...found])];
    const what = ofLeads ? 'No lead' : 'Nothing';
    sentences.push(
      ...wanted
        .filter((value) => !known.includes(value))
        .map((value) => sentence(what, filter.dimension, value, known)),
    );
  }
  return sentences;
}

/** Values that a dimension has by the agreement, whether or not anything was found with them. */
function agreedValues({ agreement }: ServiceContext, { dimension: id }: ReportFilter): readonly string[] {
  return id === 'clause' ? Object.keys(agreement.sla).map((name) => `sla.${name}`) : [];
}

/** The values that leads have; `null` where they are too many to be told. */
async function valuesOfLeads(store: ServiceContext, filter: ReportFilter): Promise<readonly string[] | null> {
  const { values, more } = await dimensionValues(store, { id: filter.dimension, limit: mostValues });
  return more ? null : values.flatMap(({ value }) => (value === null ? [] : [value]));
}

/** The values that the rows behind the same numbers have at any time, without this filter; `null` where they are too many. */
async function valuesOfRows(
  store: ServiceContext,
  { from: _from, to: _to, grain: _grain, ...request }: ReportRequest,
  filter: ReportFilter,
): Promise<readonly string[] | null> {
  const id = filter.dimension;
  const filters = (request.filters ?? []).filter((one) => one.dimension !== id);
  const { rows } = await report(store, { ...request, by: [id], filters, top: mostValues });
  if (rows.some(({ folded }) => folded !== null)) return null;
  return [...new Set(rows.flatMap(({ dimensions }) => dimensions[id] ?? []))];
}

/** Whether leads have values of a dimension: clauses, competitors and the like are those of other rows. */
function isOfLeads({ dimension: id }: ReportFilter): boolean {
  const captured = metricDefinition('captured');
  return captured !== undefined && metricDimensions(captured, metricDefinitions).some((known) => known === id);
}

/** Whether a lead, or another row, has one value of this dimension, once and for all, and all of them can be told. */
function isForGood(filter: ReportFilter): boolean {
  const found = dimension(filter.dimension);
  return (
    found !== undefined &&
    (found.id.startsWith('source.') || found.id === 'segment' || found.id === 'product' || found.id === 'clause')
  );
}

function sentence(what: string, id: string, value: string, known: readonly string[]): string {
  const nearest = nearestName(value, known);
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  const more = known.length > listed ? ` and ${known.length - listed} more` : '';
  const list = known.length === 0 ? 'It has no values.' : `Its values are ${known.slice(0, listed).join(', ')}${more}.`;
  return plainText(`${what} was found with "${value}" as ${id}.${hint} ${list}`);
}
