import type { Figures } from './figures.ts';
import type { RowPlace } from './metric-result.ts';

/** The figures of each place by its key. */
export function atPlaces(
  places: readonly RowPlace[],
  figuresOf: (place: RowPlace) => Figures,
): ReadonlyMap<string, Figures> {
  const figures = new Map<string, Figures>();
  // No list of pairs is made of them first: a report has hundreds of such maps.
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as RowPlace;
    figures.set(place.key, figuresOf(place));
  }
  return figures;
}
