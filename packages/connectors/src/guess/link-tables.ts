import { bareHeading } from './crm-table.ts';
import type { GuessedTable } from './guessed-table.ts';
import { asWords } from './read-words.ts';

/** How a deal finds its leads. */
export type LeadLink =
  | { readonly by: 'column'; readonly heading: string }
  | { readonly by: 'list'; readonly heading: string; readonly split: string }
  | {
      readonly by: 'join';
      readonly file: string;
      readonly on: Readonly<Record<string, string>>;
      readonly take: string;
    };

/** Finds the column that leads from a deal to its lead; `null` where there is none. */
export function linkTables(deals: GuessedTable, leads: GuessedTable | null): LeadLink | null {
  const ids = deals.roles.get('leadIds');
  if (ids !== undefined)
    return { by: 'list', heading: ids.heading, split: ids.values.some((value) => value.includes(',')) ? ',' : ';' };
  const dealKey = deals.roles.get('key');
  const leadKey = leads?.roles.get('key');
  if (leads !== null && dealKey !== undefined && leadKey !== undefined) {
    const dealOfLead = leads.roles.get('dealId');
    if (dealOfLead !== undefined)
      return { by: 'join', file: leads.id, on: { [dealKey.heading]: dealOfLead.heading }, take: leadKey.heading };
    const contact = deals.roles.get('contactId');
    const contactOfLead = leads.roles.get('contactId');
    if (contact !== undefined && leads.id === 'persons') return { by: 'column', heading: contact.heading };
    if (contact !== undefined && contactOfLead !== undefined)
      return { by: 'join', file: leads.id, on: { [contact.heading]: contactOfLead.heading }, take: leadKey.heading };
    const heading = sameColumn(deals, leadKey.heading, leadKey.values);
    if (heading !== null && deals.crm === null) return { by: 'column', heading };
  }
  const named = deals.table.columns.find(
    (column) => column.kind !== 'empty' && /^(lead|mql|inquiry|contact)( id)?$/.test(asWords(column.heading)),
  );
  return named === undefined ? null : { by: 'column', heading: named.heading };
}

// The same heading counts most: two samples of large files may hold no common lead.
function sameColumn(deals: GuessedTable, leadHeading: string, leadIds: readonly string[]): string | null {
  const { columns } = deals.table;
  const same = columns.find(
    ({ heading }) => bareHeading(heading) === bareHeading(leadHeading) && bareHeading(heading) !== 'id',
  );
  if (same !== undefined) return same.heading;
  const known = new Set(leadIds);
  const shares = columns.map((column) => ({
    heading: column.heading,
    hits: column.values.filter((value) => known.has(value)).length,
    of: column.values.length,
  }));
  const [best] = shares.sort((left, right) => right.hits - left.hits);
  return best !== undefined && best.hits >= 3 && best.hits * 20 >= best.of ? best.heading : null;
}
