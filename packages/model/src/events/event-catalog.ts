import type { z } from 'zod';
import type { EventType } from '../vocabulary/event-types.ts';
import { type SubjectKind, subjectKinds } from '../vocabulary/subject.ts';
import { agreementSigned } from './agreement-signed.ts';
import { campaignMemberChanged, campaignPlanned, campaignSpent } from './campaign.ts';
import { consentChanged } from './consent-changed.ts';
import { contentRated, contentRequested, contentUsed } from './content.ts';
import { customerChanged } from './customer-changed.ts';
import { eventRetracted } from './event-retracted.ts';
import { companyUpdated, contactUpdated, leadUpdated } from './facts-updated.ts';
import { leadAccepted, leadSalesQualified } from './lead-accepted.ts';
import { leadAnswered } from './lead-answered.ts';
import { leadAssigned } from './lead-assigned.ts';
import { leadAttempted } from './lead-attempted.ts';
import { leadCaptured } from './lead-captured.ts';
import { leadConverted } from './lead-converted.ts';
import { leadEngaged, leadReplied } from './lead-engaged.ts';
import { leadHandedOff } from './lead-handed-off.ts';
import { leadQualified } from './lead-qualified.ts';
import { leadDisqualified, leadRecycled, leadRejected } from './lead-sent-back.ts';
import { leadStageReset } from './lead-stage-reset.ts';
import { leadStatusChanged } from './lead-status-changed.ts';
import { meetingChanged } from './meeting-changed.ts';
import { nurtureEntered, nurtureLeft } from './nurture.ts';
import {
  opportunityChanged,
  opportunityLost,
  opportunityMoved,
  opportunityOpened,
  opportunityReopened,
  opportunityWon,
} from './opportunity.ts';
import { opportunityContactChanged, opportunityLinesSet } from './opportunity-parts.ts';
import { pulseAnswered, pulseAsked } from './pulse.ts';
import { recordErased } from './record-erased.ts';
import { recordLinked, recordUnlinked } from './record-linked.ts';
import { rosterChanged } from './roster-changed.ts';
import { scoreOverridden } from './score-overridden.ts';
import { slaExplained } from './sla-explained.ts';
import { actionAgreed, disputeOpened, disputeResolved, meetingHeld, noteAdded } from './talk.ts';
import { taskChanged } from './task-changed.ts';

interface CatalogEntry {
  readonly data: z.ZodObject;
  readonly subjects: readonly SubjectKind[];
}

/**
 * Each type of event with the schema of its `data` and the kinds of subject that it can be about.
 * @example eventCatalog['lead.captured'].data.safeParse({ source: { channel: 'email' } }).success // true
 */
export const eventCatalog = {
  'lead.captured': { data: leadCaptured, subjects: ['lead'] },
  'lead.updated': { data: leadUpdated, subjects: ['lead'] },
  'contact.updated': { data: contactUpdated, subjects: ['contact'] },
  'company.updated': { data: companyUpdated, subjects: ['company'] },
  'lead.engaged': { data: leadEngaged, subjects: ['lead'] },
  'lead.replied': { data: leadReplied, subjects: ['lead'] },
  'lead.answered': { data: leadAnswered, subjects: ['lead'] },
  'lead.qualified': { data: leadQualified, subjects: ['lead'] },
  'lead.handed_off': { data: leadHandedOff, subjects: ['lead'] },
  'lead.assigned': { data: leadAssigned, subjects: ['lead'] },
  'lead.attempted': { data: leadAttempted, subjects: ['lead'] },
  'lead.accepted': { data: leadAccepted, subjects: ['lead'] },
  'lead.sales_qualified': { data: leadSalesQualified, subjects: ['lead'] },
  'lead.rejected': { data: leadRejected, subjects: ['lead'] },
  'lead.recycled': { data: leadRecycled, subjects: ['lead'] },
  'lead.disqualified': { data: leadDisqualified, subjects: ['lead'] },
  'lead.converted': { data: leadConverted, subjects: ['lead'] },
  'lead.stage_reset': { data: leadStageReset, subjects: ['lead'] },
  'lead.status_changed': { data: leadStatusChanged, subjects: ['lead'] },
  'nurture.entered': { data: nurtureEntered, subjects: ['lead', 'contact'] },
  'nurture.left': { data: nurtureLeft, subjects: ['lead', 'contact'] },
  'meeting.changed': { data: meetingChanged, subjects: ['lead', 'contact', 'company', 'opportunity'] },
  'task.changed': { data: taskChanged, subjects: ['lead', 'contact', 'company', 'opportunity'] },
  'opportunity.opened': { data: opportunityOpened, subjects: ['opportunity'] },
  'opportunity.changed': { data: opportunityChanged, subjects: ['opportunity'] },
  'opportunity.moved': { data: opportunityMoved, subjects: ['opportunity'] },
  'opportunity.reopened': { data: opportunityReopened, subjects: ['opportunity'] },
  'opportunity.won': { data: opportunityWon, subjects: ['opportunity'] },
  'opportunity.lost': { data: opportunityLost, subjects: ['opportunity'] },
  'opportunity.contact_changed': { data: opportunityContactChanged, subjects: ['opportunity'] },
  'opportunity.lines_set': { data: opportunityLinesSet, subjects: ['opportunity'] },
  'customer.changed': { data: customerChanged, subjects: ['company'] },
  'campaign.planned': { data: campaignPlanned, subjects: ['campaign'] },
  'campaign.spent': { data: campaignSpent, subjects: ['campaign'] },
  'campaign.member_changed': { data: campaignMemberChanged, subjects: ['campaign'] },
  'consent.changed': { data: consentChanged, subjects: ['contact', 'lead'] },
  'record.linked': { data: recordLinked, subjects: ['lead', 'contact', 'company', 'opportunity', 'campaign'] },
  'record.unlinked': { data: recordUnlinked, subjects: ['lead', 'contact', 'company', 'opportunity', 'campaign'] },
  'sla.explained': { data: slaExplained, subjects: ['lead', 'opportunity', 'team'] },
  'dispute.opened': { data: disputeOpened, subjects: ['dispute'] },
  'dispute.resolved': { data: disputeResolved, subjects: ['dispute'] },
  'meeting.held': { data: meetingHeld, subjects: ['meeting'] },
  'action.agreed': { data: actionAgreed, subjects: ['action'] },
  'note.added': { data: noteAdded, subjects: subjectKinds },
  'pulse.asked': { data: pulseAsked, subjects: ['pulse'] },
  'pulse.answered': { data: pulseAnswered, subjects: ['pulse'] },
  'content.used': { data: contentUsed, subjects: ['content'] },
  'content.rated': { data: contentRated, subjects: ['content'] },
  'content.requested': { data: contentRequested, subjects: ['content'] },
  'score.overridden': { data: scoreOverridden, subjects: ['lead'] },
  'roster.changed': { data: rosterChanged, subjects: ['rep'] },
  'agreement.signed': { data: agreementSigned, subjects: ['agreement'] },
  'record.erased': { data: recordErased, subjects: ['lead', 'contact', 'company'] },
  'event.retracted': { data: eventRetracted, subjects: subjectKinds },
} as const satisfies { readonly [T in EventType]: CatalogEntry };

/** The `data` of an event of type `T`. */
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['data']>;

/** The kinds of subject that an event of type `T` can be about. */
export type EventSubjectKind<T extends EventType> = (typeof eventCatalog)[T]['subjects'][number];
