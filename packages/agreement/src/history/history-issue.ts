import type { Severity } from '../issue/agreement-issue.ts';

interface HistoryIssueParams {
  'two-agreements': { readonly version: number; readonly name: string; readonly before: string };
  'same-version-twice': { readonly version: number; readonly signed: boolean };
  'out-of-order': { readonly version: number; readonly later: number };
  'never-binds': { readonly version: number };
  overlap: { readonly version: number; readonly until: string | null; readonly later: number };
  gap: { readonly version: number; readonly until: string | null; readonly later: number };
  'draft-between': { readonly version: number; readonly earlier: number; readonly later: number };
  'key-changed': { readonly version: number; readonly earlier: number; readonly signer: string };
  'signers-changed': {
    readonly version: number;
    readonly earlier: number;
    readonly removed: readonly string[];
    /** With their keys. */
    readonly added: readonly { readonly signer: string; readonly key: string | null }[];
    /** Whether somebody who had to sign the earlier one had to sign this one, with the same key. */
    readonly isHandedOn: boolean;
  };
}

/** Codes of a {@link HistoryIssue}. */
export type HistoryIssueCode = keyof HistoryIssueParams;

/** Something about the versions of an agreement that somebody should know or settle. */
export interface HistoryIssue {
  readonly code: HistoryIssueCode;
  readonly severity: Severity;
  /** The version that it is about. */
  readonly version: number;
  readonly message: string;
  readonly remedy: string;
}

type Sentences = Pick<HistoryIssue, 'severity' | 'message' | 'remedy'>;

const describers: { readonly [C in HistoryIssueCode]: (params: HistoryIssueParams[C]) => Sentences } = {
  'two-agreements': ({ version, name, before }) => ({
    severity: 'error',
    message: `Version ${version} is one of another agreement: it is called "${name}", and the version before it "${before}".`,
    remedy: 'Look at the versions of each agreement by themselves. If it is the same one, give it its name back.',
  }),
  'same-version-twice': ({ version, signed }) => ({
    severity: 'error',
    message: `There are two documents that call themselves version ${version} and say different things. ${signed ? 'The one that was signed first counts.' : 'Neither is signed.'}`,
    remedy: 'Give one of them a version of its own.',
  }),
  'out-of-order': ({ version, later }) => ({
    severity: 'error',
    message: `Version ${version} never binds: version ${later} comes after it, and binds from an earlier or the same moment on.`,
    remedy: `Correct "effective" in one of them, raise its version and sign it again, or set version ${version} aside.`,
  }),
  'never-binds': ({ version }) => ({
    severity: 'error',
    message: `Version ${version} never binds: it ends before it begins.`,
    remedy: 'Correct "effective" and "until", raise the version and sign it again.',
  }),
  overlap: ({ version, until, later }) => ({
    severity: 'warning',
    message: `Version ${version} says that it binds until ${until}, and version ${later} begins before. From then on version ${later} holds.`,
    remedy: `Let "effective" of the next version come after "until" of version ${version}, or leave "until" out.`,
  }),
  gap: ({ version, until, later }) => ({
    severity: 'information',
    message: `No version binds after ${until}, where version ${version} ends as it says, until version ${later} begins.`,
    remedy:
      'Nothing, if that was meant. Numbers of that time are judged by the version that ended, marked as not binding.',
  }),
  'draft-between': ({ version, earlier, later }) => ({
    severity: 'warning',
    message: `Version ${version} was never signed by all who must, so that version ${earlier} binds until version ${later}.`,
    remedy: `Set version ${version} aside, or get the signatures that are missing.`,
  }),
  'key-changed': ({ version, earlier, signer }) => ({
    severity: 'warning',
    message: `"${signer}" has another key in version ${version} than in version ${earlier}.`,
    remedy: `Ask "${signer}" whether the new key is its own: who can change the document can name any key.`,
  }),
  'signers-changed': ({ version, earlier, removed, added, isHandedOn }) => ({
    severity: isHandedOn ? 'warning' : 'error',
    message: [
      `Others had to sign version ${version} than version ${earlier}.`,
      ...(removed.length === 0 ? [] : [`No more: ${removed.map((signer) => `"${signer}"`).join(', ')}.`]),
      ...(added.length === 0 ? [] : [`New: ${added.map(withKey).join(', ')}.`]),
      ...(isHandedOn
        ? []
        : [`Nobody who had to sign version ${earlier} has signed version ${version} with the same key.`]),
    ].join(' '),
    remedy: `Ask those who signed version ${earlier} whether they agree: who can change the document can name anybody.`,
  }),
};

function withKey({ signer, key }: HistoryIssueParams['signers-changed']['added'][number]): string {
  return `"${signer}" (${key ?? 'without a key'})`;
}

/** Makes an issue: its sentence and remedy come from the table of codes. */
export function historyIssue<C extends HistoryIssueCode>(code: C, params: HistoryIssueParams[C]): HistoryIssue {
  return { code, version: params.version, ...describers[code](params) };
}
