import type { Agreement } from '../agreement.ts';
import type { Condition, ConsentTest, DaysSinceTest, FieldCondition } from '../condition/condition.ts';
import type { FieldValue } from '../condition/condition-context.ts';
import { conditionKind } from '../condition/condition-kind.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { readDuration } from '../duration/parse-duration.ts';
import { toThousandths } from '../scoring/decayed-points.ts';
import { type EngagementRules, engagementRules } from '../scoring/engagement-points.ts';
import { gradeRanges } from '../scoring/profile-points.ts';
import { builtinLists } from '../vocabulary/builtin-lists.ts';
import { engagementRange } from './engagement-range.ts';
import type { Formula } from './formula.ts';
import { Formulas } from './formulas.ts';
import {
  isFile,
  type LeadVariable,
  leadVariables,
  type ValueOf,
  type VariableKind,
  type VariableOf,
} from './lead-variables.ts';
import { relevantParts } from './relevant-conditions.ts';
import { maskOf } from './value-mask.ts';

const dayMs = 86_400_000;

/** A condition turned into a formula, in which everything that is derived is spelled out. */
export interface LeadQuestion {
  readonly formulas: Formulas;
  readonly root: Formula;
  /** The variable of number n is at index n - 1. */
  readonly variables: readonly LeadVariable[];
  readonly rules: EngagementRules;
}

/**
 * Spells out what a condition asks of a lead: grade as a bound of points, readiness and segment as the first
 * condition that matches, days since the last engagement as what was done within those days.
 * @param segment the lead is of exactly this segment, or of none for `null`; of any when absent
 */
export function leadQuestion(
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment?: string | null },
): LeadQuestion {
  const { segment } = options;
  const parts = relevantParts(agreement, wanted, { segment: segment !== undefined });
  const variables = leadVariables(agreement, parts);
  const rules = engagementRules(agreement);
  const formulas = new Formulas([0, ...variables.map(({ values }) => values.length)], engagementRange(rules));
  const compiler = new Compiler(agreement, formulas, variables);
  const root = formulas.every([
    ...(segment === undefined ? [] : [compiler.segment(segment)]),
    ...compiler.consistent(),
    compiler.condition(wanted),
  ]);
  return { formulas, root, variables, rules };
}

class Compiler {
  readonly #agreement: Agreement;
  readonly #formulas: Formulas;
  readonly #variables: readonly LeadVariable[];
  readonly #conditions = new Map<Condition, Formula>();

  constructor(agreement: Agreement, formulas: Formulas, variables: readonly LeadVariable[]) {
    this.#agreement = agreement;
    this.#formulas = formulas;
    this.#variables = variables;
  }

  condition(condition: Condition): Formula {
    const known = this.#conditions.get(condition);
    if (known !== undefined) return known;
    const made = this.#made(condition);
    this.#conditions.set(condition, made);
    return made;
  }

  /** The lead is of this segment: its condition holds, and no earlier one. */
  segment(segment: string | null): Formula {
    const { segments } = this.#agreement;
    const index = segments.findIndex(({ id }) => id === segment);
    if (segment !== null && index < 0) return this.#formulas.never;
    const earlier = segment === null ? segments : segments.slice(0, index);
    const own = segments[index];
    return this.#formulas.every([
      ...earlier.map(({ when }) => this.#formulas.not(this.condition(when))),
      ...(own === undefined ? [] : [this.condition(own.when)]),
    ]);
  }

  /** What the log of a real lead obeys: an answer that holds was given, a meeting was once made. */
  consistent(): readonly Formula[] {
    const { every, some, not, always } = this.#verbs();
    const answered = this.#choose('since', ({ event }, days) => event === 'lead.answered' && days !== null);
    const met = this.#choose('since', ({ event }, days) => event === 'meeting.changed' && days !== null);
    const anyAnswer = this.#choose('answer', (_, answer) => answer !== null);
    const anyMeeting = this.#choose('meeting', (_, there) => there);
    const asks = (event: string) => this.#variables.some((one) => one.kind === 'since' && one.event === event);
    return [
      asks('lead.answered') ? some([not(anyAnswer), answered]) : always,
      asks('meeting.changed') ? some([every([anyMeeting, met]), every([not(anyMeeting), not(met)])]) : always,
    ];
  }

  #made(condition: Condition): Formula {
    const { every, some, not, always, never } = this.#verbs();
    if ('all' in condition) return every(condition.all.map((part) => this.condition(part)));
    if ('any' in condition) return some(condition.any.map((part) => this.condition(part)));
    if ('not' in condition) return not(this.condition(condition.not));
    if ('field' in condition) return this.#field(condition);
    if ('grade' in condition) return this.#grade(condition.grade);
    if ('readiness' in condition) return some(condition.readiness.map((name) => this.#readiness(name)));
    if ('segment' in condition) return some(condition.segment.map((name) => this.segment(name)));
    if ('consent' in condition) return this.#consent(condition.consent);
    if ('company' in condition)
      return this.#choose('company', ({ state }, there) => there && condition.company.includes(state));
    if ('meeting' in condition)
      return this.#choose('meeting', ({ status }, there) => there && condition.meeting.includes(status));
    if ('daysSince' in condition) return this.#daysSince(condition.daysSince);
    if ('answer' in condition) {
      const asked = Object.entries(condition.answer);
      return every(
        asked.map(([id, values]) =>
          this.#choose(
            'answer',
            ({ question }, answer) => question === id && answer !== null && values.includes(answer),
          ),
        ),
      );
    }
    if ('engagement' in condition) {
      const test = condition.engagement;
      if ('atLeast' in test) return this.#points(toThousandths(test.atLeast));
      const withinMs = test.within === undefined ? null : (readDuration(test.within)?.ms ?? null);
      return this.#formulas.count({
        activities: test.activity ?? null,
        withinMs: withinMs ?? Number.POSITIVE_INFINITY,
        count: test.count,
      });
    }
    return conditionKind(condition) === 'always' ? always : never;
  }

  #field(condition: FieldCondition): Formula {
    const { every, some } = this.#verbs();
    const number = this.#variables.findIndex((one) => one.kind === 'field' && one.field === condition.field);
    const variable = this.#variables[number];
    const own = (holds: (value: ValueOf<'field'>) => boolean) =>
      variable?.kind === 'field' ? this.#valued(number, variable, holds) : this.#formulas.never;
    if (!('inList' in condition)) {
      return variable?.kind === 'field'
        ? this.#formulas.choice(number + 1, valuesThatMeet(condition, variable.values))
        : this.#formulas.never;
    }
    const { inList: list } = condition;
    if (isFile(this.#agreement, list)) {
      return some(
        this.#variables.map((entry) => {
          if (entry.kind !== 'entry' || entry.list !== list) return this.#formulas.never;
          const listed = this.#choose('entry', (other, there) => other === entry && there);
          return every([own((value) => value === entry.text), listed]);
        }),
      );
    }
    const entries = Object.hasOwn(this.#agreement.lists, list) ? (builtinLists[list] ?? []) : [];
    return own((value) => typeof value === 'string' && entries.includes(value));
  }

  #grade(wanted: readonly string[]): Formula {
    const { every, some, not, always } = this.#verbs();
    const terms = (this.#agreement.profile?.rules ?? []).map(({ when, points }) => ({
      formula: this.condition(when),
      weight: toThousandths(points),
    }));
    const from = (atLeast: number) =>
      atLeast === Number.NEGATIVE_INFINITY ? always : this.#formulas.sum({ terms, atLeast });
    const ranges = gradeRanges(this.#agreement);
    return some(
      ranges.flatMap((range, index) => {
        const better = ranges[index - 1];
        if (!wanted.includes(range.grade)) return [];
        return every([from(range.from), ...(better === undefined ? [] : [not(from(better.from))])]);
      }),
    );
  }

  #readiness(name: string): Formula {
    const { order, readiness } = this.#agreement;
    const place = order.readiness.indexOf(name);
    const own = readiness[name];
    if (place < 0 || own === undefined) return this.#formulas.never;
    const earlier = order.readiness.slice(0, place).flatMap((other) => readiness[other] ?? []);
    return this.#formulas.every([
      this.condition(own),
      ...earlier.map((other) => this.#formulas.not(this.condition(other))),
    ]);
  }

  #points(atLeast: number): Formula {
    const tables = this.#variables.flatMap((variable, index) => {
      if (variable.kind !== 'answer') return [];
      const answers = this.#agreement.questions.find(({ id }) => id === variable.question)?.answers ?? {};
      const weights = variable.values.map((answer) => (answer === null ? 0 : toThousandths(answers[answer] ?? 0)));
      return [{ variable: index + 1, weights }];
    });
    return this.#formulas.sum({ terms: [], tables, engagement: 1, atLeast });
  }

  #consent({ purpose, channel, status }: ConsentTest): Formula {
    return this.#choose(
      'consent',
      (said, value) =>
        value === status &&
        (purpose === undefined || said.purpose === purpose) &&
        (channel === undefined || said.channel === null || said.channel === channel),
    );
  }

  #daysSince({ event, atLeast, atMost }: DaysSinceTest): Formula {
    const { every, not } = this.#verbs();
    if (event !== 'lead.engaged') {
      return this.#choose(
        'since',
        (since, days) =>
          since.event === event &&
          days !== null &&
          (atLeast === undefined || days >= atLeast) &&
          (atMost === undefined || days <= atMost),
      );
    }
    const within = (withinMs: number) => this.#formulas.count({ activities: null, withinMs, count: 1 });
    return every([
      within(atMost === undefined ? Number.POSITIVE_INFINITY : (atMost + 1) * dayMs - 1),
      ...(atLeast === undefined || atLeast === 0 ? [] : [not(within(atLeast * dayMs - 1))]),
    ]);
  }

  /** Some variable of a kind has a value that is asked for. */
  #choose<K extends VariableKind>(kind: K, holds: (variable: VariableOf<K>, value: ValueOf<K>) => boolean): Formula {
    return this.#formulas.some(
      this.#variables.map((variable, index) => {
        if (!isOfKind(variable, kind)) return this.#formulas.never;
        return this.#valued(index, variable, (value) => holds(variable, value));
      }),
    );
  }

  /** The variable at an index has a value that is asked for. */
  #valued<K extends VariableKind>(
    index: number,
    { values }: { readonly values: readonly ValueOf<K>[] },
    holds: (value: ValueOf<K>) => boolean,
  ): Formula {
    return this.#formulas.choice(index + 1, maskOf(values.flatMap((value, number) => (holds(value) ? [number] : []))));
  }

  #verbs() {
    const formulas = this.#formulas;
    return {
      every: (parts: readonly Formula[]) => formulas.every(parts),
      some: (parts: readonly Formula[]) => formulas.some(parts),
      not: (part: Formula) => formulas.not(part),
      always: formulas.always,
      never: formulas.never,
    };
  }
}

const met = new WeakMap<readonly FieldValue[], WeakMap<FieldCondition, bigint>>();

/** The values of a field for which a test holds; kept with them, since many questions have the same ones. */
function valuesThatMeet(condition: FieldCondition, values: readonly FieldValue[]): bigint {
  const known = met.get(values) ?? new WeakMap<FieldCondition, bigint>();
  met.set(values, known);
  const before = known.get(condition);
  if (before !== undefined) return before;
  const mask = maskOf(
    values.flatMap((value, number) =>
      evaluateCondition(condition, { fields: { [condition.field]: value } }) ? [number] : [],
    ),
  );
  known.set(condition, mask);
  return mask;
}

function isOfKind<K extends VariableKind>(
  variable: { readonly kind: VariableKind },
  kind: K,
): variable is VariableOf<K> {
  return variable.kind === kind;
}
