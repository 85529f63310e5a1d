import type { EventType } from '../vocabulary/event-types.ts';
import { exampleSubject } from './example-subject.ts';

/** Who says it, under which id, when it happened, and about what if that is not the usual thing of its kind. */
export interface Scene {
  readonly source: string;
  readonly id: string;
  readonly time: string;
  readonly subject?: string;
}

const website = '/website/forms';
const hubspot = '/hubspot/portal/42';
const salesforce = '/salesforce/org/7';
const intranet = '/intranet/sameteam';

/**
 * What happens to Ann Keller of Acme, from a demo request to a deal that is won, told by the examples of all types.
 * All of it lies before 16 November 2026: a receiver refuses what has not happened yet.
 */
export const exampleStory = {
  'lead.captured': { source: website, id: 'form-58213', time: '2026-10-01T09:30:00+02:00' },
  'lead.updated': { source: website, id: 'form-58213-2', time: '2026-10-01T09:34:10+02:00' },
  'contact.updated': { source: hubspot, id: 'contact-30521-v4', time: '2026-10-01T09:35:00+02:00' },
  'company.updated': { source: hubspot, id: 'company-88231-v9', time: '2026-10-01T09:35:02+02:00' },
  'lead.engaged': { source: website, id: 'visit-771204', time: '2026-10-01T09:36:45+02:00' },
  'lead.replied': { source: hubspot, id: 'mail-120877', time: '2026-10-01T13:02:11+02:00' },
  'lead.answered': { source: hubspot, id: 'answer-4410', time: '2026-10-01T10:05:00+02:00' },
  'lead.qualified': { source: '/sameteam/scoring', id: 'mql-1042-1', time: '2026-10-01T10:05:01+02:00' },
  'lead.handed_off': { source: hubspot, id: 'handoff-1042-1', time: '2026-10-01T10:06:00+02:00' },
  'lead.assigned': { source: salesforce, id: 'owner-1042-2', time: '2026-10-01T10:06:02+02:00' },
  'lead.attempted': { source: salesforce, id: 'call-20931', time: '2026-10-01T10:41:30+02:00' },
  'lead.accepted': { source: salesforce, id: 'accept-1042-1', time: '2026-10-01T10:48:00+02:00' },
  'lead.sales_qualified': { source: salesforce, id: 'sql-1042-1', time: '2026-10-06T15:05:00+02:00' },
  'lead.rejected': { source: salesforce, id: 'reject-1043-1', time: '2026-10-02T11:00:00+02:00', subject: 'lead/1043' },
  'lead.recycled': { source: salesforce, id: 'recycle-988-1', time: '2026-10-02T11:20:00+02:00', subject: 'lead/988' },
  'lead.disqualified': {
    source: salesforce,
    id: 'drop-1051-1',
    time: '2026-10-02T11:25:00+02:00',
    subject: 'lead/1051',
  },
  'lead.converted': { source: salesforce, id: 'convert-1042', time: '2026-10-06T15:10:00+02:00' },
  'lead.stage_reset': {
    source: salesforce,
    id: 'reset-1044-1',
    time: '2026-10-02T12:00:00+02:00',
    subject: 'lead/1044',
  },
  'lead.status_changed': { source: hubspot, id: 'status-30521-3', time: '2026-10-06T15:10:05+02:00' },
  'nurture.entered': {
    source: hubspot,
    id: 'nurture-1043-in',
    time: '2026-10-02T11:01:00+02:00',
    subject: 'lead/1043',
  },
  'nurture.left': { source: hubspot, id: 'nurture-1043-out', time: '2026-11-09T08:00:00+01:00', subject: 'lead/1043' },
  'meeting.changed': { source: salesforce, id: 'meeting-5520-v1', time: '2026-10-01T10:45:00+02:00' },
  'task.changed': { source: salesforce, id: 'task-8801-v1', time: '2026-10-06T15:12:00+02:00' },
  'opportunity.opened': { source: salesforce, id: 'deal-77-v1', time: '2026-10-06T15:10:01+02:00' },
  'opportunity.changed': { source: salesforce, id: 'deal-77-v2', time: '2026-10-12T09:00:00+02:00' },
  'opportunity.moved': { source: salesforce, id: 'deal-77-v3', time: '2026-10-20T16:30:00+02:00' },
  'opportunity.reopened': { source: salesforce, id: 'deal-77-v5', time: '2026-10-30T10:00:00+01:00' },
  'opportunity.won': { source: salesforce, id: 'deal-77-v6', time: '2026-11-10T14:00:00+01:00' },
  'opportunity.lost': { source: salesforce, id: 'deal-77-v4', time: '2026-10-27T17:00:00+01:00' },
  'opportunity.contact_changed': { source: salesforce, id: 'role-77-311', time: '2026-10-06T15:10:02+02:00' },
  'opportunity.lines_set': { source: salesforce, id: 'lines-77-v1', time: '2026-10-20T16:32:00+02:00' },
  'customer.changed': {
    source: salesforce,
    id: 'customer-initech-2',
    time: '2026-09-14T11:00:00+02:00',
    subject: 'company/initech',
  },
  'campaign.planned': { source: hubspot, id: 'campaign-3345-v1', time: '2026-08-20T10:00:00+02:00' },
  'campaign.spent': { source: '/ads/account/9', id: 'spend-3345-2026-10', time: '2026-11-02T08:00:00+01:00' },
  'campaign.member_changed': { source: hubspot, id: 'member-3345-30521', time: '2026-10-01T09:30:05+02:00' },
  'consent.changed': { source: website, id: 'consent-58213', time: '2026-10-01T09:30:00+02:00' },
  'record.linked': { source: hubspot, id: 'merge-1042-1038', time: '2026-10-01T18:00:00+02:00' },
  'record.unlinked': { source: hubspot, id: 'unmerge-1042-1038', time: '2026-10-02T08:15:00+02:00' },
  'sla.explained': { source: intranet, id: 'explain-31', time: '2026-10-08T09:00:00+02:00' },
  'dispute.opened': { source: intranet, id: 'dispute-12-open', time: '2026-10-08T09:20:00+02:00' },
  'dispute.resolved': { source: intranet, id: 'dispute-12-end', time: '2026-10-09T10:40:00+02:00' },
  'meeting.held': { source: intranet, id: 'meeting-2026-10-09', time: '2026-10-09T10:00:00+02:00' },
  'action.agreed': { source: intranet, id: 'action-31', time: '2026-10-09T10:45:00+02:00' },
  'note.added': { source: intranet, id: 'note-905', time: '2026-10-01T10:50:00+02:00' },
  'pulse.asked': { source: intranet, id: 'pulse-2026-10', time: '2026-10-26T09:00:00+01:00' },
  'pulse.answered': { source: intranet, id: 'pulse-2026-10-rep-7', time: '2026-10-27T12:10:00+01:00' },
  'content.used': { source: salesforce, id: 'content-use-417', time: '2026-10-06T15:20:00+02:00' },
  'content.rated': { source: intranet, id: 'content-rate-52', time: '2026-10-07T09:00:00+02:00' },
  'content.requested': {
    source: intranet,
    id: 'content-ask-8',
    time: '2026-10-07T09:05:00+02:00',
    subject: 'content/ask-8',
  },
  'score.overridden': { source: salesforce, id: 'override-1042-1', time: '2026-10-02T09:00:00+02:00' },
  'roster.changed': { source: intranet, id: 'roster-rep-7-3', time: '2026-06-25T12:00:00+02:00' },
  'agreement.signed': { source: intranet, id: 'sign-3-marketing', time: '2026-09-28T16:00:00+02:00' },
  'record.erased': { source: intranet, id: 'erase-290', time: '2026-11-03T10:00:00+01:00', subject: 'contact/290' },
  'event.retracted': { source: website, id: 'retract-58190', time: '2026-10-01T09:10:00+02:00', subject: 'lead/1039' },
} as const satisfies Readonly<Record<EventType, Scene>>;

/** What other systems call the thing with this typed id. */
export function exampleIds(subject: string): readonly { system: string; kind: string; id: string }[] {
  const known = namesElsewhere.get(subject);
  if (known !== undefined) return [known];
  const [kind = '', ...id] = subject.split('/');
  const system = ['lead', 'contact', 'company', 'opportunity', 'campaign'].includes(kind) ? 'salesforce' : 'intranet';
  return [{ system, kind, id: id.join('/') }];
}

const namesElsewhere: ReadonlyMap<string, { system: string; kind: string; id: string }> = new Map([
  [exampleSubject.lead, { system: 'hubspot', kind: 'contact', id: '30521' }],
  [exampleSubject.contact, { system: 'hubspot', kind: 'contact', id: '30521' }],
  [exampleSubject.company, { system: 'hubspot', kind: 'company', id: '88231' }],
  [exampleSubject.opportunity, { system: 'salesforce', kind: 'opportunity', id: '006-9912' }],
  [exampleSubject.campaign, { system: 'salesforce', kind: 'campaign', id: '701-3345' }],
  [exampleSubject.rep, { system: 'salesforce', kind: 'user', id: '005-1177' }],
]);
