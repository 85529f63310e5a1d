/**
 * A packed column of texts as rows: `(place, text)`, or one more text for each further parameter, `text2` and so on.
 * The separator is kept from the optimiser: what it can compute beforehand it makes into constants, value by value, which
 * took ten times as long as all the rest.
 * @param parameters places of the packed columns among the bound values
 */
export function packedRowsSql(...parameters: readonly number[]): string {
  const separator = 'CASE WHEN random() < 2 THEN chr(0) END';
  const lists = parameters.map(
    (parameter, index) => `string_split(decode($${parameter}::BLOB), ${separator}) AS l${index}`,
  );
  const texts = parameters.map((_, index) => `unnest(l${index}) AS text${index === 0 ? '' : index + 1}`);
  return `(SELECT generate_subscripts(l0, 1)::INTEGER - 1 AS place, ${texts.join(', ')} FROM (SELECT ${lists.join(', ')}))`;
}
