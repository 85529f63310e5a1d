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
  /** Fields of `attributes`, and of every object that the schema does not know. */
  attributes: 200,
  /** Levels of a value that the schema does not know: an extension attribute, a field of a newer version. */
  depth: 16,
  /** How far the time of an event may lie after the clock of the one who receives it, in milliseconds: 5 minutes. */
  clockSkewMs: 300_000,
  /** Issues that are told of one event. */
  issues: 20,
} as const;
