/**
 * The declared limits of an event. What goes beyond is refused by name, never cut.
 * Lengths are counted in characters (Unicode code points).
 * @example limits.idLength // 200
 */
export const limits = {
  /** Ids, codes and names. */
  idLength: 200,
  /** Mail addresses. Source: RFC 5321, 4.5.3.1.3. */
  emailLength: 254,
  /** One line of text, such as the address of a page. */
  lineLength: 2048,
  /** Free text, such as a note. */
  noteLength: 10_000,
  /** Entries of a list. */
  listLength: 1000,
  /** Fields of `attributes`. */
  attributes: 200,
  /** Levels of nesting below the event. */
  depth: 16,
  /** Values in everything that the schema does not know: extension attributes, fields of a newer version. */
  unknownValues: 10_000,
  /** Issues that are told of one event. */
  issues: 20,
} as const;
