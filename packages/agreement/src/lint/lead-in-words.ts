import type { WitnessLead } from './witness.ts';

/** An example lead in a sentence: what is known of it, and what the agreement makes of it. */
export function leadInWords(lead: WitnessLead): string {
  const { fields, answers, engagements, consents, companyStates, meetings, daysSince } = lead;
  const known = [
    ...Object.entries(fields).map(([field, value]) => `${field} is ${JSON.stringify(value)}`),
    ...Object.entries(answers).map(([question, answer]) => `"${question}" was answered with "${answer}"`),
    ...engagements.map(({ activity, daysAgo, times }) => `${times} × ${activity} ${daysAgo} days ago`),
    ...consents.map(
      ({ purpose, channel, status }) => `consent for ${purpose}${channel === null ? '' : ` by ${channel}`} ${status}`,
    ),
    ...companyStates.map((state) => `the company is in state ${state}`),
    ...meetings.map((status) => `a meeting is ${status}`),
    ...Object.entries(daysSince).map(([event, days]) => `${event} was ${days} days ago`),
  ];
  const { segment, grade, readiness, engagementPoints } = lead;
  const made = [
    ...(segment === null ? [] : [`segment ${segment}`]),
    ...(grade === null ? [] : [`grade ${grade}`]),
    ...(readiness === null ? [] : [`readiness ${readiness}`]),
    `${engagementPoints} points of engagement`,
  ];
  return `A lead of which ${known.length === 0 ? 'nothing is known' : `this is known: ${known.join(', ')}`} (${made.join(', ')}).`;
}
