import { type View, wholeView, withSelected } from './view.ts';

/**
 * Writes a view into the query of an address; parameters of others stay. A missing value is an empty one.
 * @param dimensions all that a view can be filtered by: their parameters are the view's
 * @example writeView(view, new URLSearchParams(), ['source.channel']).toString() // 'from=2018-01-01&source.channel=email'
 */
export function writeView(view: View, query: URLSearchParams, dimensions: readonly string[]): URLSearchParams {
  const written = new URLSearchParams(query);
  for (const name of ['from', 'to', ...dimensions]) written.delete(name);
  if (view.from !== null) written.set('from', view.from);
  if (view.to !== null) written.set('to', view.to);
  for (const { dimension, in: values } of view.filters)
    if (dimensions.includes(dimension)) for (const value of values) written.append(dimension, value ?? '');
  return written;
}

/**
 * Reads what `writeView` wrote. What is not a date or not one of the dimensions is left alone.
 * @returns the parts of a view that the query names; `null` where it names none
 */
export function readView(
  query: URLSearchParams,
  dimensions: readonly string[],
): Pick<View, 'from' | 'to' | 'filters'> | null {
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(query.get(name) ?? '') ? query.get(name) : null);
  const filters = dimensions.reduce(
    (view, dimension) =>
      withSelected(
        view,
        dimension,
        [...new Set(query.getAll(dimension))].map((value) => (value === '' ? null : value)),
      ),
    wholeView,
  ).filters;
  const [from, to] = [day('from'), day('to')];
  return from === null && to === null && filters.length === 0 ? null : { from, to, filters };
}
