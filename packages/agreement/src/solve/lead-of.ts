import type { EventType } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import type { ContextConsent, FieldValue } from '../condition/condition-context.ts';
import type { CompanyState, MeetingStatus } from '../vocabulary/states.ts';
import type { Solution } from './lead-search.ts';
import type { LeadVariable } from './lead-variables.ts';
import { isFile } from './lead-variables.ts';
import type { LeadInput } from './solved-lead.ts';

const dayMs = 86_400_000;

/** The lead that a solution describes, with what its log then says beside it. */
export function leadOf(agreement: Agreement, variables: readonly LeadVariable[], solution: Solution): LeadInput {
  const fields: Record<string, FieldValue> = {};
  const answers: Record<string, string> = {};
  const consents: ContextConsent[] = [];
  const companyStates: CompanyState[] = [];
  const meetings: MeetingStatus[] = [];
  const daysSince: Partial<Record<EventType, number>> = {};
  const lists: Record<string, string[]> = Object.fromEntries(
    Object.keys(agreement.lists).flatMap((name) => (isFile(agreement, name) ? [[name, []]] : [])),
  );
  const take = (variable: LeadVariable, index: number): void => {
    const value = variable.values[index];
    if (value === undefined || value === null || value === false) {
      if (variable.kind === 'field' && value === false) fields[variable.field] = value;
      return;
    }
    switch (variable.kind) {
      case 'field':
        fields[variable.field] = value;
        break;
      case 'entry':
        lists[variable.list]?.push(variable.text);
        break;
      case 'answer':
        answers[variable.question] = variable.values[index] ?? '';
        break;
      case 'consent': {
        const status = variable.values[index];
        const { purpose, channel } = variable;
        if (status !== undefined && status !== null) consents.push({ purpose, channel, status });
        break;
      }
      case 'company':
        companyStates.push(variable.state);
        break;
      case 'meeting':
        meetings.push(variable.status);
        break;
      case 'since':
        daysSince[variable.event] = variable.values[index] ?? 0;
        break;
    }
  };
  for (const [number, value] of solution.values) {
    const variable = variables[number - 1];
    if (variable !== undefined) take(variable, value);
  }
  const engagements = (solution.done ?? []).map(({ activity, ageMs, times }) => ({
    activity,
    daysAgo: ageMs / dayMs,
    times,
  }));
  const ages = engagements.map(({ daysAgo }) => Math.floor(daysAgo));
  if (ages.length > 0) daysSince['lead.engaged'] = Math.min(...ages);
  if (Object.keys(answers).length > 0) daysSince['lead.answered'] ??= 0;
  if (meetings.length > 0) daysSince['meeting.changed'] ??= 0;
  return { fields, answers, engagements, consents, companyStates, meetings, daysSince, lists };
}
