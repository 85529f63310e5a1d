import type { MetricExplanation, MetricPart } from '@sameteam/api';
import { anchorInWords } from '@sameteam/metrics';

type Told = Omit<MetricExplanation, 'sentences' | 'number'>;

const kinds: Readonly<Record<MetricExplanation['unit'], string>> = {
  leads: 'A number of leads',
  opportunities: 'A number of deals',
  hand_offs: 'A number of hand-offs',
  entries: 'A number of SLA entries',
  companies: 'A number of companies',
  meetings: 'A number of meetings',
  answers: 'A number of answers',
  ratio: 'A ratio, in percent',
  days: 'A time, in days of 24 hours',
  hours: 'A time, in hours',
  working_hours: 'A time, in working hours',
  money: 'An amount of money',
  points: 'Points',
  number: 'A plain number',
};

const owners = {
  marketing: 'marketing answers for it',
  sales: 'sales answers for it',
  both: 'both teams answer for it',
} as const;

const directions = {
  up: 'More is better.',
  down: 'Less is better.',
  neutral: 'Neither more nor less is better in itself.',
} as const;

const roles: Readonly<Record<MetricPart['role'], string>> = {
  over: 'above the line',
  under: 'below the line',
  plus: 'added',
  minus: 'taken away',
  times: 'multiplied',
  divided_by: 'divided by',
  target_of: 'what the target is of',
};

/**
 * What a metric means as sentences: what it is, of whom, when, and how long it takes until it is settled. What its formula
 * says already is not said again.
 * @param dates those of the parts that it is made of; `null` where it is made of none
 */
export function metricInSentences(told: Told, dates: string | null): readonly string[] {
  const { parts, numerator, denominator } = told;
  const isLine = parts.length === 0 || told.parts.some(({ role }) => role === 'over');
  const sentences = [
    `${kinds[told.unit]}; ${owners[told.owner]}. ${directions[told.direction]}`,
    told.formula,
    isLine && denominator !== null
      ? numerator === null
        ? `Taken over ${denominator}.`
        : `Above the line: ${numerator}. Below the line: ${denominator}.`
      : numerator !== null && isLine && !told.formula.toLowerCase().includes(numerator.toLowerCase())
        ? `Counted: ${numerator}.`
        : null,
    parts.length === 0 || isTarget(told)
      ? null
      : `Made of ${parts.map(({ metric, label, role }) => `${label} (${metric}, ${roles[role]})`).join(', ')}.`,
    momentInWords(told, dates),
    windowInWords(told),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

const isTarget = ({ parts }: Told): boolean => parts.some(({ role }) => role === 'target_of');

function momentInWords({ tells, anchor, parts, formula }: Told, dates: string | null): string | null {
  const placed = `placed in time by the date of ${anchorInWords(anchor)}`;
  const [part] = parts;
  if (part?.role === 'target_of')
    return `It is the target of ${part.label} (${part.metric}), for the days of a period.`;
  if (dates !== null) return dates.startsWith('each') ? `In time, ${dates}.` : `It is placed in time ${dates}.`;
  switch (tells) {
    case 'at_opening':
      return 'It tells what stood at the beginning of a period.';
    case 'at_closing':
      return 'It tells what stood at the end of a period.';
    case 'at_as_of':
      return `It tells what is so at as-of, and is ${placed}.`;
    case 'of_period':
      return /\bby (the|their) date\b/.test(formula) ? null : `It is ${placed}.`;
  }
}

function windowInWords({ window }: Told): string | null {
  if (window === null) return null;
  const days = `${String(Number(window.days.toFixed(2)))} ${window.days === 1 ? 'day' : 'days'}`;
  const by = window.clause === null ? '' : `, by ${window.clause}`;
  return `A cohort has ${days}${by}: before that it is young, marked with *, and can still change.`;
}
