import type { Agreement } from '@sameteam/agreement';

/** Something that an agreement says and facts do not carry out. */
export interface UnheededClause {
  /** Address of what says so, such as `exclusions.rival` or `sla.hot_first_attempt`. */
  readonly clause: string;
  readonly code: 'list-not-known' | 'zone-of-lead-not-known';
  /** What follows from it, and what to do. */
  readonly sentence: string;
}

/**
 * What an agreement says and numbers do not heed, so that nobody takes them for more than they are: conditions on lists
 * that are kept in files, whose entries are not part of the log, and working time of the lead's own zone, which no event
 * tells. In the order of the normalised document; empty for an agreement that is carried out in full.
 * @example unheededClauses(defaultAgreement) // []
 */
export function unheededClauses(agreement: Agreement): readonly UnheededClause[] {
  const found: UnheededClause[] = [];
  const { lists } = agreement;
  look(agreement, []);
  return found;

  function look(value: unknown, path: readonly string[]): void {
    if (Array.isArray(value)) for (const [index, part] of value.entries()) look(part, [...path, nameOf(part, index)]);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const said = value as Readonly<Record<string, unknown>>;
    const { inList, calendar } = said;
    if (typeof inList === 'string' && Object.hasOwn(lists, inList) && lists[inList] !== 'builtin') {
      tell(
        path,
        'list-not-known',
        `asks for the list "${inList}", which is kept in a file and not part of the log: nothing is on it here. Say what is on it in the condition itself: "in" with the values.`,
      );
    }
    if (calendar === 'lead' && typeof said.time === 'string') {
      tell(
        path,
        'zone-of-lead-not-known',
        'counts the working time of the lead, whose zone no event tells: it is counted by the calendar "default". Name a calendar, or "owner" or "team".',
      );
    }
    for (const [name, part] of Object.entries(said)) look(part, [...path, name]);
  }

  function tell(path: readonly string[], code: UnheededClause['code'], what: string): void {
    // Of an override it matters which segment it is of.
    const clause = path.slice(0, path[0] === 'overrides' ? 4 : 2).join('.');
    if (found.some((one) => one.clause === clause && one.code === code)) return;
    found.push({ clause, code, sentence: `The clause ${clause} ${what}` });
  }
}

function nameOf(part: unknown, index: number): string {
  const id = typeof part === 'object' && part !== null && 'id' in part ? part.id : undefined;
  return typeof id === 'string' ? id : String(index);
}
