import type { Json } from '../effective/merge-patch.ts';
import type { Severity } from '../issue/agreement-issue.ts';

/** A clause that is not as it was signed. */
export interface ClauseChange {
  readonly address: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** What was signed; absent for one that was added. */
  readonly before?: Json;
  /** What the agreement says now; absent for one that was removed. */
  readonly after?: Json;
  /** What it says now, as a sentence; `null` for one that was removed. */
  readonly sentence: string | null;
}

/** What the sentences of each code are made of. */
export interface SignatureIssueParams {
  unreadable: object;
  'too-large': { readonly size: number; readonly limit: number };
  truncated: object;
  'not-json': object;
  ambiguous: { readonly why: string };
  'not-a-signature': object;
  'format-version': { readonly found: string; readonly known: number };
  malformed: { readonly why: string };
  'bad-signature': { readonly signer: string };
  'weak-key': { readonly signer: string };
  'other-agreement': { readonly signed: string; readonly given: string; readonly clauses: readonly ClauseChange[] };
  'other-version': { readonly signed: number; readonly given: number; readonly clauses: readonly ClauseChange[] };
  'clause-changed': { readonly signer: string; readonly clauses: readonly ClauseChange[] };
  'clause-added': { readonly signer: string; readonly clauses: readonly ClauseChange[] };
  'clause-removed': { readonly signer: string; readonly clauses: readonly ClauseChange[] };
  'content-changed': { readonly signer: string };
  'pins-differ': { readonly signer: string; readonly others: readonly string[] };
  'signer-not-named': { readonly signer: string; readonly signers: readonly string[] };
  'role-differs': { readonly signer: string; readonly signed: string; readonly given: string };
  'no-key-declared': { readonly signer: string; readonly key: string };
  'unknown-key': { readonly signer: string };
  'key-of-wrong-team': { readonly signer: string; readonly owner: string };
  'shared-key': { readonly signers: readonly string[] };
  'signed-in-future': { readonly signer: string; readonly signedAt: string };
  'duplicate-signer': { readonly signer: string };
  'missing-signer': { readonly signer: string; readonly hasKey: boolean };
  'nobody-required': object;
}

/** Codes of a {@link SignatureIssue}. */
export type SignatureIssueCode = keyof SignatureIssueParams;

/** Something about the signatures of an agreement, and which file says it. */
export interface SignatureIssue {
  readonly code: SignatureIssueCode;
  /** A file with an error does not count; the others may still make the agreement binding. */
  readonly severity: Severity;
  /** The signature file; `null` for what is missing. */
  readonly file: string | null;
  /** Whom it is about; `null` where the file does not tell. */
  readonly signer: string | null;
  /** Clauses that are not as they were signed. */
  readonly clauses: readonly ClauseChange[];
  readonly message: string;
  readonly remedy: string;
}

interface Sentences {
  readonly severity?: Severity;
  readonly message: string;
  readonly remedy: string;
}

const most = 5;

function named(clauses: readonly ClauseChange[]): string {
  const shown = clauses.slice(0, most).map(({ address }) => address);
  return `${shown.join(', ')}${clauses.length > most ? ` and ${clauses.length - most} more` : ''}`;
}

function nowSaid(clauses: readonly ClauseChange[]): string {
  const sentences = clauses
    .slice(0, most)
    .flatMap(({ address, sentence }) => (sentence ? [`${address}: ${shortened(sentence)}`] : []));
  return sentences.length === 0 ? '' : ` Now: ${sentences.join(' ')}`;
}

function shortened(sentence: string): string {
  return sentence.length > 200 ? `${sentence.slice(0, 200)}…` : sentence;
}

const askAgain = 'Take it back, or raise the version and sign again.';
const getAgain = 'Get the file again from whoever signed.';

const describers: { readonly [C in SignatureIssueCode]: (params: SignatureIssueParams[C]) => Sentences } = {
  unreadable: () => ({
    message: 'It cannot be read: it is a folder, or a file that may not be opened.',
    remedy: 'Take it away, or put the signature file in its place.',
  }),
  'too-large': ({ size, limit }) => ({
    message: `The file has ${size} characters; a signature file has at most ${limit}.`,
    remedy: 'Check that this is the right file.',
  }),
  truncated: () => ({ message: 'The file ends before it is complete.', remedy: getAgain }),
  'not-json': () => ({ message: 'The file is not JSON, so it is no signature file.', remedy: getAgain }),
  ambiguous: ({ why }) => ({
    message: `The file holds ${why}, so that it could be read in two ways.`,
    remedy: getAgain,
  }),
  'not-a-signature': () => ({
    message: 'The file is no signature of an agreement.',
    remedy: 'Name files that "sameteam agreement sign" has written; they end in .sig.json.',
  }),
  'format-version': ({ found, known }) => ({
    message: `The file has format ${found}; this release of Sameteam reads format ${known}.`,
    remedy: 'Use the release that wrote it, or a newer one.',
  }),
  malformed: ({ why }) => ({ message: `The file is no complete signature: ${why}.`, remedy: getAgain }),
  'bad-signature': ({ signer }) => ({
    message: `The file was changed after "${signer}" signed it: the signature does not fit what it says.`,
    remedy: getAgain,
  }),
  'weak-key': ({ signer }) => ({
    message: `The key in the signature of "${signer}" is none that keeps a signature safe.`,
    remedy: 'Make a new key with "sameteam agreement keygen", name it under signatures.keys, and sign again.',
  }),
  'other-agreement': ({ signed, given }) => ({
    message: `This signs another agreement: "${signed}". The one that is checked is "${given}".`,
    remedy: 'Check it with the agreement that it belongs to, or take the change of name back.',
  }),
  'other-version': ({ signed, given }) => ({
    message: `This signs version ${signed}. The one that is checked is version ${given}.`,
    remedy: `Check it with version ${signed}, or sign version ${given}.`,
  }),
  'clause-changed': ({ signer, clauses }) => ({
    message: `Changed since "${signer}" signed: ${named(clauses)}.${nowSaid(clauses)}`,
    remedy: askAgain,
  }),
  'clause-added': ({ signer, clauses }) => ({
    message: `Added since "${signer}" signed: ${named(clauses)}.${nowSaid(clauses)}`,
    remedy: askAgain,
  }),
  'clause-removed': ({ signer, clauses }) => ({
    message: `Removed since "${signer}" signed: ${named(clauses)}.`,
    remedy: askAgain,
  }),
  'content-changed': ({ signer }) => ({
    message: `The agreement is not what "${signer}" signed.`,
    remedy: askAgain,
  }),
  'pins-differ': ({ signer, others }) => ({
    message: `"${signer}" signed other holidays, time-zone changes or first and last moments than ${others.map((other) => `"${other}"`).join(', ')}.`,
    remedy: `Let "${signer}" sign again with the other signature files beside the agreement, once the dates are settled.`,
  }),
  'signer-not-named': ({ signer, signers }) => ({
    message: `The agreement does not ask "${signer}" to sign.`,
    remedy: `Add it under signatures, or let one of these sign: ${signers.join(', ')}.`,
  }),
  'role-differs': ({ signer, signed, given }) => ({
    message: `"${signer}" signed as ${signed}, and the agreement names it as ${given}.`,
    remedy: `Let "${signer}" sign again.`,
  }),
  'no-key-declared': ({ signer, key }) => ({
    message: `The agreement names no key of "${signer}", so that nobody can tell whose signature this is.`,
    remedy: `Ask "${signer}" whether ${key} is its key, add it under signatures.keys, and let all sign again.`,
  }),
  'unknown-key': ({ signer }) => ({
    message: `The signature of "${signer}" was made with a key that the agreement does not name.`,
    remedy: `Sign with the key that stands under signatures.keys.${signer}.`,
  }),
  'key-of-wrong-team': ({ signer, owner }) => ({
    message: `The signature of "${signer}" was made with the key of "${owner}".`,
    remedy: `Let "${signer}" sign with its own key.`,
  }),
  'shared-key': ({ signers }) => ({
    message: `The agreement names one key for ${signers.map((signer) => `"${signer}"`).join(' and ')}. Who has it can sign for all of them, so that none of these signatures counts.`,
    remedy: 'Make a key for each, name them under signatures.keys, and let all sign again; or let one name sign alone.',
  }),
  'signed-in-future': ({ signer, signedAt }) => ({
    message: `"${signer}" signed at ${signedAt}, which has not come yet.`,
    remedy: 'Check the clocks of both machines.',
  }),
  'duplicate-signer': ({ signer }) => ({
    severity: 'warning',
    message: `"${signer}" has signed twice; the earlier signature counts.`,
    remedy: 'Remove one of the files.',
  }),
  'missing-signer': ({ signer, hasKey }) => ({
    severity: 'information',
    message: `"${signer}" has not signed.`,
    remedy: `${hasKey ? '' : `Make a key with "sameteam agreement keygen", name it under signatures.keys.${signer}, then `}${hasKey ? 'Sign' : 'sign'} with "sameteam agreement sign".`,
  }),
  'nobody-required': () => ({
    severity: 'information',
    message: 'The agreement requires no signature, so that it cannot bind.',
    remedy: 'Name the teams that must sign under signatures.required.',
  }),
};

/** Makes an issue: its sentence and remedy come from the table of codes. */
export function signatureIssue<C extends SignatureIssueCode>(
  code: C,
  place: { readonly file: string | null; readonly signer: string | null },
  params: SignatureIssueParams[C],
): SignatureIssue {
  const clauses = 'clauses' in params ? (params.clauses as readonly ClauseChange[]) : [];
  const { severity = 'error', message, remedy } = describers[code](params);
  return { code, severity, file: place.file, signer: place.signer, clauses, message, remedy };
}
