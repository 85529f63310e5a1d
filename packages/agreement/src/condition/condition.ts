import type { EventType } from '@sameteam/model';
import type { DurationText } from '../duration/parse-duration.ts';
import type { ConditionField } from '../vocabulary/fields.ts';
import type { CompanyState, ConsentStatus, Grade, MeetingStatus } from '../vocabulary/states.ts';

/** A value that a field is compared with. */
export type ConditionValue = string | number | boolean;

/** Asks one thing of one field. A field without a value satisfies only `exists: false`. */
export type FieldCondition = { readonly field: ConditionField } & (
  | { readonly is: ConditionValue }
  | { readonly in: readonly ConditionValue[] }
  | { readonly between: readonly [number, number] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly inList: string }
  | { readonly exists: boolean }
);

/** Enough points of engagement, or something done often enough. */
export type EngagementTest =
  | { readonly atLeast: number }
  | { readonly activity?: readonly string[]; readonly count: number; readonly within?: DurationText };

/** What a person said to being contacted, for a purpose and by a channel; any where absent. */
export interface ConsentTest {
  readonly purpose?: string;
  readonly channel?: string;
  readonly status: ConsentStatus;
}

/** Whole days of 24 hours since the last event of a type; at least one of the bounds is there. */
export interface DaysSinceTest {
  readonly event: EventType;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** `{}`. The key is never there: it keeps the compiler from taking every object for this one. */
export interface Always {
  readonly always?: never;
}

/**
 * A condition of an agreement: plain data, one small closed language, each object asks one thing. `{}` always
 * holds. The same condition gives the same answer in TypeScript and in every engine.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FieldCondition
  | { readonly grade: readonly Grade[] }
  | { readonly readiness: readonly string[] }
  | { readonly segment: readonly string[] }
  | { readonly engagement: EngagementTest }
  | { readonly answer: Readonly<Record<string, readonly string[]>> }
  | { readonly consent: ConsentTest }
  | { readonly company: readonly CompanyState[] }
  | { readonly daysSince: DaysSinceTest }
  | { readonly meeting: readonly MeetingStatus[] }
  | Always;

type OneOrMany<T> = T | readonly T[];

/** A condition as it may be written: a single value where a list is read, defaults left out. */
export type ConditionInput =
  | { readonly all: readonly ConditionInput[] }
  | { readonly any: readonly ConditionInput[] }
  | { readonly not: ConditionInput }
  | FieldCondition
  | { readonly grade: OneOrMany<Grade> }
  | { readonly readiness: OneOrMany<string> }
  | { readonly segment: OneOrMany<string> }
  | { readonly engagement: { readonly atLeast: number } }
  | {
      readonly engagement: {
        readonly activity?: OneOrMany<string>;
        readonly count?: number;
        readonly within?: DurationText;
      };
    }
  | { readonly answer: Readonly<Record<string, OneOrMany<string>>> }
  | { readonly consent: { readonly purpose?: string; readonly channel?: string; readonly status?: ConsentStatus } }
  | { readonly company: OneOrMany<CompanyState> }
  | { readonly daysSince: DaysSinceTest }
  | { readonly meeting: OneOrMany<MeetingStatus> }
  | Always;
