/** A value that is bound to a place of a statement. */
export type SqlParam = string | number | null | readonly (string | null)[] | readonly number[];

/** Collects the values of a statement: each gets a name, and stands in SQL as a place with a type. */
export interface QueryParams {
  /**
   * @param type of the database, such as `String`
   * @returns the place in SQL
   */
  bind(value: SqlParam, type: string): string;
  readonly values: Readonly<Record<string, SqlParam>>;
}

/**
 * An empty collection.
 * @example
 * const params = queryParams();
 * params.bind('lead/1', 'String') // '{p0:String}'
 */
export function queryParams(): QueryParams {
  const values: Record<string, SqlParam> = {};
  const places = new Map<string, string>();
  return {
    values,
    bind(value, type) {
      // One value has one place, so that equal parts of a statement are computed once.
      const key = JSON.stringify([value, type]);
      const known = places.get(key);
      if (known !== undefined) return known;
      const name = `p${places.size}`;
      values[name] = value;
      const place = `{${name}:${type}}`;
      places.set(key, place);
      return place;
    },
  };
}
