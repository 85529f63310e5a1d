/** What an agreement declares by name and refers to elsewhere. */
export type Declared =
  | 'team'
  | 'program'
  | 'readiness'
  | 'segment'
  | 'list'
  | 'calendar'
  | 'sla'
  | 'question'
  | 'answer'
  | 'hand-off'
  | 'reason'
  | 'pipeline'
  | 'metric';

/** A name that is not declared. */
export interface Undefined {
  readonly name: string;
  readonly nearest: string | null;
  readonly known: readonly string[];
}

/** What the sentence of each code is made of. */
export type AgreementIssueParams = {
  'file-too-large': { readonly size: number; readonly limit: number };
  'file-empty': object;
  'not-text': { readonly what: string };
  syntax: { readonly format: string; readonly why: string };
  'tab-indentation': object;
  'too-deep': { readonly deepest: number };
  'duplicate-key': { readonly key: string; readonly firstLine: number };
  'reserved-key': { readonly key: string };
  'key-not-text': object;
  'merge-key': object;
  'yaml-tag': { readonly tag: string };
  'yaml-version': { readonly version: string };
  'several-documents': object;
  'alias-undefined': { readonly name: string };
  'alias-circular': { readonly name: string };
  'alias-bomb': { readonly limit: number };
  'unknown-key': { readonly key: string; readonly nearest: string | null; readonly known: readonly string[] };
  'misplaced-key': { readonly key: string; readonly beside: readonly string[] };
  'missing-key': { readonly key: string; readonly of: string };
  'wrong-name': { readonly name: string; readonly expected: string };
  'wrong-type': { readonly found: string; readonly expected: string };
  /** `found` is null for what cannot be shown in a word. */
  'wrong-value': { readonly found: string | null; readonly expected: string };
  'unknown-value': { readonly found: string; readonly nearest: string | null; readonly known: readonly string[] };
  'zone-unknown': { readonly zone: string; readonly nearest: string | null };
  'builtin-undefined': Undefined;
  'duplicate-id': { readonly id: string; readonly section: string };
  'reserved-name': { readonly name: string; readonly meaning: string };
  'team-circular': { readonly teams: readonly string[] };
  'condition-not-allowed': { readonly kind: string; readonly place: string; readonly why: string };
  'operator-not-allowed': { readonly operator: string; readonly field: string; readonly type: string };
  'personal-field': { readonly field: string };
  'grades-unordered': { readonly grade: string; readonly better: string };
  'rates-unordered': { readonly currency: string };
  'rate-of-own-currency': { readonly currency: string };
  'metric-built-in': { readonly name: string };
  'metric-circular': { readonly metrics: readonly string[] };
  'metric-of-metrics': { readonly name: string };
  'stages-reversed': { readonly from: string; readonly to: string; readonly later: readonly string[] };
  'dimension-of-calendar': { readonly dimension: string };
  'dimension-not-known': { readonly metric: string; readonly dimension: string; readonly known: readonly string[] };
  'units-mixed': { readonly parts: readonly { readonly metric: string; readonly unit: string }[] };
  'override-invalid': {
    readonly segment: string;
    /** Where in the agreement that the override makes. */
    readonly at: string;
    readonly message: string;
    readonly remedy: string;
  };
  'not-decided': { readonly rule: string };
  'more-issues': { readonly count: number };
} & { readonly [K in Declared as `${K}-undefined`]: Undefined };

/** Codes that reading and checking give; lint adds its own. */
export type CheckCode = keyof AgreementIssueParams;
