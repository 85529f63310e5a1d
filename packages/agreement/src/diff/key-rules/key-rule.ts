import type { ChangeEffect } from '../agreement-diff.ts';
import type { ThingKind } from '../thing-kinds.ts';

/** What a difference at a place of the document means, and how to compare there. */
export interface KeyRule {
  readonly effect: ChangeEffect;
  /** Its keys, or the `id` of its entries, are the names of such things. */
  readonly declares?: ThingKind;
  /**
   * Its value, or each in its list, is the name of such a thing; `answers.<question>` for a field, `sla.<name>` for a
   * clause. A minus before the name of a metric is no part of it.
   */
  readonly refers?: ThingKind | 'field' | 'clause';
  /** Its keys are names of such things. Where readiness is named, a metric of the agreement's own can be, too. */
  readonly keysRefer?: ThingKind;
  readonly isCondition?: true;
  /** What another order of its entries changes; wording where not said. */
  readonly order?: ChangeEffect;
  /** The key that tells its entries apart, where they have no id. */
  readonly entryKey?: string;
  /** Keys of which each stands for a form of its own: what has another form is another thing as a whole. */
  readonly forms?: readonly string[];
  /** The key whose value is the form. */
  readonly formKey?: string;
  /** Compared as one value, such as a range. */
  readonly isWhole?: true;
  /** How its value is said. */
  readonly unit?: 'duration' | 'share' | 'field' | 'metric' | 'event' | 'stage';
}

/** Whatever an engine, a number or lint reads. */
export const behaviour: KeyRule = { effect: 'behaviour' };
/** What only people read. */
export const wording: KeyRule = { effect: 'wording' };
/** A duration. */
export const duration: KeyRule = { effect: 'behaviour', unit: 'duration' };
/** A share of a whole. */
export const share: KeyRule = { effect: 'behaviour', unit: 'share' };
/** The name of a metric. */
export const metric: KeyRule = { effect: 'behaviour', refers: 'metric', unit: 'metric' };
/** A stage of leads. */
export const stage: KeyRule = { effect: 'behaviour', unit: 'stage' };
/** A type of event. */
export const event: KeyRule = { effect: 'behaviour', unit: 'event' };
/** A field of a lead. */
export const field: KeyRule = { effect: 'behaviour', refers: 'field', unit: 'field' };
/** A condition. */
export const condition: KeyRule = { effect: 'behaviour', isCondition: true };
/** The name of a team. */
export const team: KeyRule = { effect: 'behaviour', refers: 'team' };

/** Its keys or entries are things of a kind. */
export function declares(kind: ThingKind, more: Partial<KeyRule> = {}): KeyRule {
  return { effect: 'behaviour', declares: kind, ...more };
}

/** It names a thing of a kind. */
export function refers(kind: ThingKind): KeyRule {
  return { effect: 'behaviour', refers: kind };
}

/** Another order of the entries is another agreement. */
export const ordered: Partial<KeyRule> = { order: 'behaviour' };

/** Rules by the pattern of their place. */
export type KeyRules = Readonly<Record<string, KeyRule>>;
