import type { MapFault } from './map/map-fault.ts';

interface ConnectorErrorParams {
  'bad-time-format': { readonly pattern: string; readonly why: string };
  'unknown-zone': { readonly zone: string };
  'bad-map': { readonly name: string; readonly faults: readonly MapFault[] };
  'unknown-file': { readonly file: string; readonly files: readonly string[] };
  'missing-join': { readonly file: string; readonly other: string };
  'cannot-guess': { readonly reasons: readonly string[] };
  'bad-record-state': { readonly why: string };
}

/** Codes of {@link ConnectorError}. */
export type ConnectorErrorCode = keyof ConnectorErrorParams;

const messages: { readonly [C in ConnectorErrorCode]: (params: ConnectorErrorParams[C]) => string } = {
  'bad-time-format': ({ pattern, why }) =>
    `"${pattern}" is not a form of time: ${why}. Write it like yyyy-MM-dd HH:mm:ss, or take iso, epoch-s or epoch-ms.`,
  'unknown-zone': ({ zone }) => `"${zone}" is not a time zone. Write an IANA name such as Europe/Berlin.`,
  'bad-map': ({ name, faults }) =>
    `Cannot read the map ${name}:\n${faults.map((fault) => `  ${name}:${fault.line}:${fault.column} ${fault.message}`).join('\n')}`,
  'unknown-file': ({ file, files }) => `The map has no file "${file}". It has: ${files.join(', ')}. Name one of them.`,
  'missing-join': ({ file, other }) =>
    `Cannot read "${file}" without "${other}": the map joins them by id. Give both files in the same import.`,
  'cannot-guess': ({ reasons }) =>
    `Cannot draft a map: ${reasons.join(' ')} Write one by hand; the README of @sameteam/connectors shows how.`,
  'bad-record-state': ({ why }) =>
    `The kept state of a record cannot be read: ${why}. Import the file with \`rows: events\`, or undo the last import and try again.`,
};

/**
 * What this package throws for a caller's mistake. A bad row of data is returned as a `RowIssue` instead.
 * @example
 * new ConnectorError('unknown-zone', { zone: 'Berlin' }).message
 * // '"Berlin" is not a time zone. Write an IANA name such as Europe/Berlin.'
 */
export class ConnectorError<C extends ConnectorErrorCode = ConnectorErrorCode> extends Error {
  override readonly name = 'ConnectorError';
  /** What went wrong, from a closed list. */
  readonly code: C;
  /** What the message is made of. */
  readonly params: ConnectorErrorParams[C];

  constructor(code: C, params: ConnectorErrorParams[C], options?: ErrorOptions) {
    super(messages[code](params), options);
    this.code = code;
    this.params = params;
  }
}
