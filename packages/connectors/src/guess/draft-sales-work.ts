import type { Role } from './crm-table.ts';
import { type DraftEvent, type Drafter, type DraftValue, group } from './draft.ts';

const sentBack = ['rejected', 'recycled', 'disqualified'] as const;

/** What sales did with a lead: who got it, the first attempt, and why it was sent back. */
export function salesWork(drafter: Drafter, subject: string): readonly DraftEvent[] {
  const owner = drafter.cell('owner');
  const back = sentBack.map((role) =>
    stage(drafter, role, subject, { reason: drafter.cell('sentBackReason', { case: 'snake', else: 'unknown' }) }),
  );
  return [assigned(drafter, subject, owner), attempted(drafter, subject, owner), ...back].filter(
    (event) => event !== null,
  );
}

/** Says that nobody learns the owner of a lead, where no event of its file tells of it. */
export function doubtUnusedOwner(drafter: Drafter, events: readonly DraftEvent[]): void {
  const heading = drafter.column('owner')?.heading;
  if (heading === undefined || JSON.stringify(events).includes(JSON.stringify({ column: heading }).slice(0, -1)))
    return;
  drafter.used.delete(heading);
  drafter.doubt(`"${heading}" was not read as the owner of a lead: no column says when a lead was assigned.`);
}

function assigned(drafter: Drafter, subject: string, owner: DraftValue | undefined): DraftEvent | null {
  const event =
    owner === undefined ? null : stage(drafter, 'assigned', subject, { to: drafter.cell('owner', { else: null }) });
  if (event !== null) return event;
  const time = drafter.time('assigned');
  if (time === undefined) return null;
  drafter.used.delete(time.column as string);
  drafter.doubt(`"${time.column}" was not read: no column says to whom a lead was assigned.`);
  return null;
}

function attempted(drafter: Drafter, subject: string, owner: DraftValue | undefined): DraftEvent | null {
  const heading = drafter.column('attempted')?.heading;
  const channel = heading !== undefined && /mail/i.test(heading) ? 'email' : 'call';
  const event = stage(drafter, 'attempted', subject, {
    channel,
    direction: 'outbound',
    automated: false,
    connected: false,
    by: owner,
  });
  if (event === null) return null;
  drafter.doubt(
    `"${heading}" was taken as the first attempt of a rep: a ${channel} that a person made, and nobody says that it connected. So no connect rate can be told: read \`connected\` from a column where one says it.`,
  );
  const comment = '? An attempt says whether it connected. No column does here: `false` stands for "not known".';
  return { ...event, comment };
}

function stage(
  drafter: Drafter,
  role: Extract<Role, 'assigned' | 'attempted' | (typeof sentBack)[number]>,
  subject: string,
  said: Readonly<Record<string, DraftValue | undefined>>,
): DraftEvent | null {
  const time = drafter.time(role);
  if (time === undefined) return null;
  const when = { column: time.column as string, present: true };
  const reason = sentBack.some((one) => one === role) && said.reason === undefined ? { reason: 'unknown' } : {};
  return { event: { type: `lead.${role}`, subject, time, when, data: group({ ...said, ...reason }) ?? {} } };
}
