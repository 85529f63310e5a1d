import type { ColumnProfile } from './column-profile.ts';
import type { Role } from './crm-table.ts';
import { type DraftEvent, type Drafter, type DraftValue, group } from './draft.ts';
import { dealFacts, dealOutcome } from './draft-deals.ts';
import { doubtUnusedOwner, salesWork } from './draft-sales-work.ts';
import type { GuessedTable } from './guessed-table.ts';

/** Drafts the events of a table of leads. */
export function leadEvents(
  drafter: Drafter,
  guessed: GuessedTable,
  key: string,
  hasDeals: boolean,
): readonly DraftEvent[] {
  const subject = `lead/{${key}}`;
  const captured = drafter.time('captured');
  if (captured === undefined) return [];
  const events: DraftEvent[] = [
    { event: { type: 'lead.captured', subject, time: captured, ...wrap('data', leadFacts(drafter, guessed, key)) } },
  ];
  const qualified = stage(drafter, 'qualified', 'lead.qualified', subject);
  if (qualified !== null) events.push(qualified);
  else if (/mql|qualified/i.test(`${guessed.table.name} ${key}`)) {
    drafter.doubt(
      `every row was taken as qualified (MQL) when it was captured, because the name says so and no column has another date.`,
    );
    events.push({
      comment: '? The file has no date of qualification: its name says that every row is qualified.',
      event: { type: 'lead.qualified', subject, time: captured },
    });
  } else {
    drafter.doubt('no column says when a lead became qualified (MQL), so there are no qualified leads in the funnel.');
  }
  for (const [role, type] of [
    ['accepted', 'lead.accepted'],
    ['salesQualified', 'lead.sales_qualified'],
  ] as const) {
    const event = stage(drafter, role, type, subject);
    if (event !== null) events.push(event);
  }
  events.push(...salesWork(drafter, subject));
  const all = hasDeals ? events : [...events, ...ownDeals(drafter, guessed, key)];
  if (guessed.crm === null) doubtUnusedOwner(drafter, all);
  return all;
}

function ownDeals(drafter: Drafter, guessed: GuessedTable, key: string): readonly DraftEvent[] {
  const subject = `opportunity/{${key}}`;
  const data = dealFacts(drafter, { by: 'column', heading: key });
  const opened = stage(drafter, 'opened', 'opportunity.opened', subject, data);
  const ended = (['won', 'lost'] as const).map((role) => {
    const end = dealOutcome(drafter, guessed, role);
    return end === null ? null : { event: { type: `opportunity.${role}`, subject, ...end, ...wrap('data', data) } };
  });
  const events = [opened, ...ended].filter((event) => event !== null);
  if (events.length > 0)
    drafter.doubt(
      'deals were read from the dates of the lead, because no file of deals was given: one deal for each lead.',
    );
  else drafter.doubt('nothing says which leads were won. Give the file of the deals as well.');
  return events;
}

function stage(
  drafter: Drafter,
  role: Role,
  type: string,
  subject: string,
  data?: { readonly [key: string]: DraftValue },
): DraftEvent | null {
  const time = drafter.time(role);
  if (time === undefined) return null;
  return {
    event: { type, subject, time, when: { column: time.column as string, present: true }, ...wrap('data', data) },
  };
}

function leadFacts(
  drafter: Drafter,
  guessed: GuessedTable,
  key: string,
): { readonly [key: string]: DraftValue } | undefined {
  const contactId = drafter.column('contactId')?.heading ?? key;
  const contact = group({
    email: drafter.cell('email', { case: 'lower' }),
    firstName: drafter.cell('firstName'),
    lastName: drafter.cell('lastName'),
    phone: drafter.cell('phone'),
    title: drafter.cell('title'),
    country: drafter.cell('country'),
  });
  const companyId = drafter.column('companyId')?.heading;
  const company = group({
    name: drafter.cell('companyName'),
    domain: drafter.cell('companyDomain', { case: 'lower' }),
    employees: drafter.cell('employees', { as: 'integer' }),
    industry: drafter.cell('industry'),
  });
  const source = group({
    channel: category(drafter, guessed.roles.get('channel'), 'channel'),
    medium: category(drafter, guessed.roles.get('medium'), 'medium'),
    campaign: drafter.cell('campaign'),
    landingPage: drafter.cell('landingPage'),
  });
  if (!guessed.roles.has('channel')) drafter.doubt('no column says which channel a lead came from.');
  return group({
    contact: contact === undefined ? undefined : { ref: `contact/{${contactId}}`, ...contact },
    company: company === undefined || companyId === undefined ? company : { ref: `company/{${companyId}}`, ...company },
    source,
  });
}

function category(drafter: Drafter, column: ColumnProfile | undefined, role: Role): DraftValue | undefined {
  if (column === undefined) return undefined;
  const needsCase = column.values.some((value) => /[A-Z\s]/.test(value));
  return drafter.cell(role, needsCase ? { case: 'snake' } : {});
}

function wrap(name: string, value: DraftValue | undefined): { readonly [key: string]: DraftValue } {
  return value === undefined ? {} : { [name]: value };
}
