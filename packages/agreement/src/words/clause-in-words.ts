import type { Agreement } from '../agreement.ts';
import { type Clause, clausesOf } from '../clause/clauses-of.ts';
import { effectiveAgreement } from '../effective/effective-agreement.ts';
import { calendarWords } from './clauses/calendar-words.ts';
import { pipelineWords, sourcingWords } from './clauses/deal-words.ts';
import { handOffWords, qualifiedWords } from './clauses/hand-off-words.ts';
import { headWords, rateWords } from './clauses/head-words.ts';
import {
  compensationWords,
  expectedWords,
  goalWords,
  indexWords,
  planWords,
  windowWords,
} from './clauses/measure-words.ts';
import { ownMetricWords } from './clauses/own-metric-words.ts';
import { programWords } from './clauses/program-words.ts';
import { reasonWords } from './clauses/reason-words.ts';
import { cadenceWords, orderWords, privacyWords } from './clauses/rhythm-words.ts';
import { engagementWords, profileWords, questionWords, readinessWords } from './clauses/scoring-words.ts';
import { exclusionWords, segmentWords, territoryWords } from './clauses/segment-words.ts';
import { slaWords } from './clauses/sla-words.ts';
import { rosterWords, signatureWords, teamWords } from './clauses/team-words.ts';
import { fieldWords, listWords, termWords } from './clauses/term-words.ts';
import { nameIn } from './names.ts';
import { type Phrase, phraseText, say, sentenceOf } from './phrase.ts';
import { readableName } from './readable-name.ts';

type Steps = readonly [name: string | undefined, part: string | undefined, id: string | undefined];
type ClauseWords = (agreement: Agreement, ...steps: Steps) => readonly Phrase[];

function named(words: (agreement: Agreement, name: string) => readonly Phrase[]): ClauseWords {
  return (agreement, name) => (name === undefined ? [] : words(agreement, name));
}

const sections: Readonly<Record<Exclude<keyof Agreement, 'overrides'>, ClauseWords>> = {
  ...headWords,
  rates: named(rateWords),
  teams: named(teamWords),
  signatures: signatureWords,
  calendars: named(calendarWords),
  rosters: named(rosterWords),
  lists: named(listWords),
  terms: named(termWords),
  fields: fieldWords,
  exclusions: exclusionWords,
  segments: segmentWords,
  territories: territoryWords,
  profile: profileWords,
  engagement: engagementWords,
  questions: questionWords,
  readiness: named(readinessWords),
  qualified: qualifiedWords,
  handOffs: named(handOffWords),
  programs: named(programWords),
  sla: named(slaWords),
  reasons: named(reasonWords),
  pipelines: (agreement, name, part, id) => (name === undefined ? [] : pipelineWords(agreement, name, part, id)),
  sourcing: sourcingWords,
  metrics: named(ownMetricWords),
  expected: named(expectedWords),
  plan: named(planWords),
  goals: goalWords,
  compensation: named(compensationWords),
  windows: named(windowWords),
  index: indexWords,
  cadence: cadenceWords,
  privacy: privacyWords,
  order: named(orderWords),
};

/**
 * What a clause says, in plain sentences: one text, which changes whenever the meaning of the clause does. Names are
 * readable (`warm_drip` is "warm drip"); free text of the company stands in quotes.
 * @param agreement the agreement that the clause is of
 * @param clause one of `clausesOf(agreement)`; only its address and whether it is null count
 * @returns never an empty text
 * @example clauseInWords(defaultAgreement, { address: 'windows.default', path: ['windows', 'default'], value: '90d' })
 * // 'Where nothing else is said, leads get 90 days before a rate counts as mature.'
 */
export function clauseInWords(agreement: Agreement, clause: Clause): string {
  return clauseSpeaker(agreement)(clause).map(phraseText).join(' ');
}

/**
 * Says clauses of one agreement, as sentences in which names link to their clauses. It keeps the agreement of each segment
 * that it needs, so that many clauses are said in little more time than one.
 */
export function clauseSpeaker(agreement: Agreement): (clause: Clause) => readonly Phrase[] {
  const variants = new Map<string, Variant>();
  const variantOf = (segment: string) => {
    const known = variants.get(segment);
    if (known !== undefined) return known;
    const effective = effectiveAgreement(agreement, segment);
    const found = { agreement: effective, clauses: clausesOf(effective) };
    variants.set(segment, found);
    return found;
  };
  return (clause) => {
    const isOverride = clause.address.startsWith('overrides.');
    const phrases = isOverride ? sayOverride(clause, variantOf) : sayClause(agreement, clause.address);
    return (phrases.length === 0 ? [fallback(clause)] : phrases).map(sentenceOf);
  };
}

/** The agreement that holds for a segment. */
interface Variant {
  readonly agreement: Agreement;
  readonly clauses: readonly Clause[];
}

function sayClause(agreement: Agreement, address: string): readonly Phrase[] {
  const [section = '', name, part, id] = address.split('.');
  if (!Object.hasOwn(sections, section)) return [];
  return sections[section as keyof typeof sections](agreement, name, part, id);
}

// A patch is only a part of a clause: what it comes to is said with the agreement that holds for the segment.
function sayOverride({ address, value }: Clause, variantOf: (segment: string) => Variant): readonly Phrase[] {
  const [, segment = '', ...rest] = address.split('.');
  const leads = say`for leads of the segment ${nameIn('segments', segment)}`;
  if (rest.length === 0) return [say`${leads}, nothing is different`];
  const target = rest.join('.');
  if (value === null) return [say`${leads}, ${nothingOf(target)} does not hold`];
  const { agreement, clauses } = variantOf(segment);
  const changed = clausesUnder(clauses, target).flatMap((clause) => sayClause(agreement, clause.address));
  return changed.length === 0 ? [] : [say`${leads}, this holds:`, ...changed];
}

function nothingOf(target: string): Phrase {
  return ['“', { text: readableName(target.split('.').at(-1) ?? target), clause: target }, '”'];
}

/** The clauses at an address and below it; where there is none, the clause that it is a part of. */
function clausesUnder(clauses: readonly Clause[], target: string): readonly Clause[] {
  const under = clauses.filter(({ address }) => address === target || address.startsWith(`${target}.`));
  return under.length > 0 ? under : clauses.filter(({ address }) => target.startsWith(`${address}.`)).slice(-1);
}

/** What is said of a clause that no agreement of this format has. */
function fallback({ address, value }: Clause): Phrase {
  return say`${address.split('.').map(readableName).join(', ')}: ${{ own: JSON.stringify(value) }}`;
}
