import type { z } from 'zod';
import { attempt } from './attempt.ts';
import { attributes } from './attributes.ts';
import { campaign } from './campaign.ts';
import { company } from './company.ts';
import { consent } from './consent.ts';
import { contact } from './contact.ts';
import { engagement } from './engagement.ts';
import { externalId } from './external-id.ts';
import { followUp } from './follow-up.ts';
import { lead } from './lead.ts';
import { meeting } from './meeting.ts';
import { money } from './money.ts';
import { opportunity } from './opportunity.ts';
import { productLine } from './product-line.ts';
import { rosterPerson } from './roster-person.ts';
import { source } from './source.ts';
import { task } from './task.ts';

/** Each entity by the name of its published file. */
export const entityCatalog = {
  attempt,
  attributes,
  campaign,
  company,
  consent,
  contact,
  engagement,
  'external-id': externalId,
  'follow-up': followUp,
  lead,
  meeting,
  money,
  opportunity,
  'product-line': productLine,
  'roster-person': rosterPerson,
  source,
  task,
} as const satisfies Readonly<Record<string, z.ZodType>>;
