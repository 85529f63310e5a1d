import type { FieldCondition } from '../condition/condition.ts';
import { type ConditionKind, conditionKind, conditionParts } from '../condition/condition-kind.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { type FieldType, traitsOf } from '../vocabulary/fields.ts';
import { type ConditionPlace, conditionsOf } from './conditions-of.ts';

interface Restriction {
  readonly kinds: readonly ConditionKind[];
  readonly why: string;
}

const judged = ['grade', 'readiness', 'segment', 'engagement', 'answer', 'daysSince', 'meeting'] as const;

/** What conditions of a place cannot ask for; anything goes where nothing is said. */
const restrictions: Readonly<Partial<Record<ConditionPlace, Restriction>>> = {
  exclusions: { kinds: judged, why: 'exclusions come before anything is judged' },
  segments: {
    kinds: [...judged, 'consent'],
    why: 'a segment is told from fields of the lead and from the state of its company',
  },
  readiness: { kinds: ['readiness'], why: 'it would refer to itself' },
  profile: { kinds: ['grade', 'readiness', 'engagement'], why: 'the profile comes before them' },
};

const allowedTypes: Readonly<Record<string, readonly FieldType[]>> = {
  is: ['text', 'number', 'any', 'day'],
  in: ['text', 'number', 'any', 'day'],
  inList: ['text', 'any'],
  between: ['number', 'money', 'any'],
  atLeast: ['number', 'money', 'any'],
  atMost: ['number', 'money', 'any'],
  exists: ['text', 'number', 'money', 'day', 'any'],
};

const typeWords: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'a number',
  money: 'an amount of money',
  day: 'a day',
  any: 'an attribute',
};

/** Finds questions that a condition cannot ask at its place, or of the field that it names. */
export function checkConditions(document: AgreementDocument): readonly Finding[] {
  return conditionsOf(document).flatMap(({ place, path, condition }) =>
    conditionParts(condition, path).flatMap(({ condition: part, path: at }) => {
      const kind = conditionKind(part);
      const restriction = restrictions[place];
      if (restriction?.kinds.includes(kind) === true) {
        const params = { kind, place, why: restriction.why };
        return [finding('condition-not-allowed', { path: [...at, kind], atKey: true }, params)];
      }
      return 'field' in part ? checkField(part, place, at) : [];
    }),
  );
}

function checkField(condition: FieldCondition, place: ConditionPlace, path: readonly PathStep[]): readonly Finding[] {
  const { field } = condition;
  const operator = Object.keys(condition).find((key) => key !== 'field') ?? '';
  const { type, personal = false } = traitsOf(field);
  const at = { path: [...path, 'field'] };
  if (field.startsWith('opportunity.') && place !== 'sla') {
    return [finding('condition-not-allowed', at, { kind: field, place, why: 'it is about a lead, not about a deal' })];
  }
  if (personal && operator !== 'exists') return [finding('personal-field', at, { field })];
  if ('between' in condition && condition.between[0] > condition.between[1]) {
    const [low, high] = condition.between;
    const params = { found: `${low} to ${high}`, expected: 'a range whose first number is the smaller one' };
    return [finding('wrong-value', { path: [...path, 'between'] }, params)];
  }
  const operands = 'is' in condition ? [condition.is] : 'in' in condition ? condition.in : [];
  const misfits = operands.some((operand) => !fits(operand, type));
  if (misfits || allowedTypes[operator]?.includes(type) !== true) {
    const params = { operator, field, type: typeWords[type] };
    return [finding('operator-not-allowed', { path: [...path, operator], atKey: true }, params)];
  }
  return [];
}

function fits(operand: string | number | boolean, type: FieldType): boolean {
  if (type === 'any') return true;
  return typeof operand === (type === 'number' ? 'number' : 'string');
}
