import type { Agreement, ConditionField } from '@sameteam/agreement';
import { dealFields, unknownOfDeals } from '../deal/deal-fields.ts';

/** Something that an agreement says and facts do not carry out. */
export interface UnheededClause {
  /** Address of what says so, such as `exclusions.rival` or `sla.hot_first_attempt`. */
  readonly clause: string;
  readonly code: 'list-not-known' | 'zone-of-lead-not-known' | 'not-known-of-deals';
  /** What follows from it, and what to do. */
  readonly sentence: string;
}

/**
 * What an agreement says and numbers do not heed, so that nobody takes them for more than they are: conditions on lists
 * that are kept in files, whose entries are not part of the log, working time of the lead's own zone, which no event tells,
 * and what clauses on opportunities ask of leads beyond what their facts hold. In the order of the normalised document; empty for an agreement that is carried out in full.
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
    const asked = isOfDeals(path) ? unknownOf(said) : null;
    if (asked !== null) {
      tell(
        path,
        'not-known-of-deals',
        `is about opportunities and asks for "${asked}", which is kept of leads alone: nothing is known of it here. Sort leads into a segment by it, and ask for the segment.`,
      );
    }
    for (const [name, part] of Object.entries(said)) look(part, [...path, name]);
  }

  /** Whether a place lies in the condition of a clause on opportunities, or in an override of one. */
  function isOfDeals(path: readonly string[]): boolean {
    const [section, id = '', part] = path[0] === 'overrides' ? path.slice(2) : path;
    const clause = section === 'sla' && Object.hasOwn(agreement.sla, id) ? agreement.sla[id] : undefined;
    return part === 'applies' && clause !== undefined && 'grain' in clause && clause.grain === 'opportunity';
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

/** What a condition asks for that is not known of a deal; `null` where all is. */
function unknownOf(said: Readonly<Record<string, unknown>>): string | null {
  const { field } = said;
  if (typeof field === 'string' && !dealFields.has(field as ConditionField)) return field;
  return Object.keys(said).find((name) => unknownOfDeals.has(name)) ?? null;
}
