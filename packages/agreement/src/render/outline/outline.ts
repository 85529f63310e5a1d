import type { Phrase } from '../../words/phrase.ts';
import type { Flow } from '../flow/flow.ts';

/** The document before it is HTML or Markdown: what it says, in which order, and where it can be linked to. */
export interface Outline {
  readonly title: string;
  readonly language: 'en';
  /** Below the title: version, days, zone. */
  readonly facts: readonly Phrase[];
  readonly state: StateBlock;
  readonly sections: readonly Section[];
  /** Addresses that a link can go to. */
  readonly anchors: ReadonlySet<string>;
}

/** A part of the document. */
export interface Section {
  /** Begins with `part-`, so that it is never the address of a clause. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a clause says, under its address. */
export interface ClauseText {
  readonly address: string;
  /** Addresses above it that are no clauses, such as `handOffs`: links to them come here. */
  readonly anchors: readonly string[];
  /** Whether it only says in which order others stand. */
  readonly isOrder: boolean;
  /** Its name, where the sentence does not say it. */
  readonly name: string | null;
  readonly sentences: readonly Phrase[];
  /** Segments for which it is different, each with the address of the clause that says so. */
  readonly variants: readonly { readonly segment: string; readonly clause: string }[];
}

/** A draft in plain sight, or who signed when. */
export interface StateBlock {
  readonly state: 'draft' | 'signed' | 'binding' | 'ended';
  readonly title: string;
  readonly sentences: readonly Phrase[];
}

/** One change since the version before. */
export interface ChangeText {
  readonly clause: string;
  readonly sentence: string;
  readonly affects: string;
}

/** A line to sign on, or who has signed there. */
export interface SignatureLine {
  readonly signer: string;
  readonly role: string;
  readonly head: string | null;
  readonly signed: { readonly by: string | null; readonly when: string } | null;
}

/** A day and what it is called. */
export interface NamedDay {
  readonly day: string;
  readonly name: string;
}

/** A piece of a section. */
export type Block =
  | { readonly kind: 'text'; readonly sentences: readonly Phrase[] }
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'list'; readonly items: readonly Phrase[]; readonly ordered?: true }
  | { readonly kind: 'clauses'; readonly clauses: readonly ClauseText[] }
  | {
      readonly kind: 'sides';
      readonly sides: readonly { readonly title: string; readonly clauses: readonly ClauseText[] }[];
    }
  | { readonly kind: 'definitions'; readonly entries: readonly { readonly word: string; readonly means: string }[] }
  | { readonly kind: 'picture'; readonly flow: Flow; readonly title: string; readonly ways: readonly Phrase[] }
  | { readonly kind: 'changes'; readonly title: string; readonly changes: readonly ChangeText[] }
  | { readonly kind: 'issues'; readonly issues: readonly { readonly severity: string; readonly text: string }[] }
  | {
      readonly kind: 'dates';
      readonly title: string;
      readonly dates: readonly NamedDay[];
      /** Those that are not shown at once. */
      readonly more: readonly NamedDay[];
    }
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine[] }
  | { readonly kind: 'addresses'; readonly entries: readonly { readonly address: string; readonly section: string }[] };
