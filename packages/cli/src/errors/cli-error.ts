import { type ExitCode, exitCodes } from '../exit-code.ts';

const kinds = {
  'missing-option': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly option: string }) =>
      `The option ${p.option} is missing. Add it; --help shows what there is.`,
  },
  'unknown-section': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly id: string; readonly nearest: string | null; readonly known: readonly string[] }) =>
      `There is no section "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} Sections are ${p.known.join(', ')}.`,
  },
  'not-together': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly first: string; readonly second: string; readonly remedy: string }) =>
      `${p.first} and ${p.second} cannot be asked for together. ${p.remedy}`,
  },
  'only-with': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly option: string; readonly needed: string; readonly why: string }) =>
      `${p.option} means nothing without ${p.needed}: ${p.why}. Add ${p.needed}, or leave ${p.option} out.`,
  },
  'no-csv': {
    exit: exitCodes.wrongUsage,
    message: () => 'An explanation is a text, not a table: --csv cannot hold it. Leave --csv out, or ask for --json.',
  },
  'bad-cursor': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly found: string }) =>
      `There is no page after "${p.found}". Take what the last page says after --after, or leave it out for the first.`,
  },
  'too-many-rows': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly cells: number | null; readonly limit: number }) =>
      `This report would have ${p.cells === null ? '' : `${p.cells.toLocaleString('en')} rows, `}more than the limit of ${p.limit.toLocaleString('en')}. Fold the smallest values with --top N, narrow it with --where or --from, take a coarser --grain, or allow more with --cells.`,
  },
  'one-metric': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly found: number }) =>
      `--leads lists the leads behind one number, but ${p.found === 0 ? 'no metric is' : `${p.found} metrics are`} named. Name one, for example --metric mql_to_sal_rate --leads numerator.`,
  },
  'nothing-fits': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly what: string }) =>
      `There is nothing to report: no metric of these sections knows ${p.what}. Ask for other sections, or cut by something else; \`sameteam report --explain METRIC\` says what a metric knows.`,
  },
  'unknown-choice': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly what: 'metric' | 'dimension'; readonly id: string; readonly nearest: string | null }) =>
      `There is no ${p.what} "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} \`sameteam report --list\` lists all ${p.what}s.`,
  },
  'bad-filter': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly found: string }) =>
      `Cannot filter by "${p.found}": it has no "=". Write dimension=value, for example --where source.channel=email; nothing after "=" is the missing value. \`sameteam report --list\` lists all dimensions.`,
  },
  'two-formats': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly formats: string }) =>
      `A report has one format, but ${p.formats} were asked for. Choose one.`,
  },
  'bad-zone': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly zone: string }) =>
      `"${p.zone}" is no time zone. Give an IANA name, such as --zone Europe/Berlin.`,
  },
  'bad-currency': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly currency: string }) =>
      `"${p.currency}" is no currency. Give an ISO 4217 code, such as --currency EUR.`,
  },
  'bad-country': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly country: string; readonly nearest: string | null }) =>
      `The public holidays of "${p.country}" are not known.${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} Give a country, with its region where holidays differ, such as --country DE-BY.`,
  },
  'bad-template': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly template: string; readonly known: readonly string[] }) =>
      `There is no template "${p.template}". Choose one of: ${p.known.join(', ')}.`,
  },
  'no-file': {
    exit: exitCodes.failed,
    message: (p: { readonly what: string; readonly path: string; readonly remedy: string }) =>
      `Cannot read the ${p.what} ${p.path}: there is no such file. ${p.remedy}`,
  },
  'bad-agreement': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string; readonly faults: readonly string[] }) =>
      `Cannot use the agreement ${p.path}: it has ${p.faults.length === 1 ? 'a fault' : `${p.faults.length} faults`}.\n${p.faults.join('\n')}`,
  },
  'not-utf8': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string }) =>
      `Cannot read the agreement ${p.path}: it is not text in UTF-8. Save it in that encoding.`,
  },
  'bad-module': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string; readonly why: string }) =>
      `Cannot read the agreement ${p.path}: ${p.why}. Let it \`export default defineAgreement({ … })\`, and see that it runs.`,
  },
  'bad-as-of': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly text: string }) =>
      `--as-of cannot be "${p.text}". Give a day such as 2026-10-01, or an instant such as 2026-10-01T09:00:00Z.`,
  },
  'bad-signer': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly signer: string }) =>
      `"${p.signer}" cannot sign: give the name of a team or person as \`signatures\` of the agreement has it, such as marketing.`,
  },
  'bad-by': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly longest: number }) =>
      `--by needs the name of the person who signs, of at most ${p.longest} characters. Give it, such as --by "Dana Albers", or leave the option out.`,
  },
  'short-passphrase': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly shortest: number }) =>
      `The passphrase is too short. Give at least ${p.shortest} characters; several words are good.`,
  },
  'passphrases-differ': {
    exit: exitCodes.wrongUsage,
    message: () => 'The two passphrases differ. No key was made: try again.',
  },
  'no-passphrase': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly variable: string }) =>
      `A passphrase is needed, and nobody can be asked for it here. Put it into the variable ${p.variable}.`,
  },
  'has-holes': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string; readonly holes: readonly string[] }) =>
      `Nothing was signed: ${p.path} has ${p.holes.length === 1 ? 'a hole' : `${p.holes.length} holes`}.\n${p.holes.join('\n')}\nMend ${p.holes.length === 1 ? 'it' : 'them'}, or sign as it is with --anyway.`,
  },
  'signed-already': {
    exit: exitCodes.locked,
    message: (p: { readonly signer: string; readonly path: string }) =>
      `Nothing was signed: ${p.signer} has signed this version already, in ${p.path}, and the signature holds.`,
  },
  'changed-since': {
    exit: exitCodes.failed,
    message: (p: { readonly changes: readonly string[] }) =>
      `Nothing was signed: the agreement was changed since another one signed it.\n${p.changes.join('\n')}\nTake the change back, or raise the version and have all sign again; --anyway signs it as it is.`,
  },
  'bad-output': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly path: string }) =>
      `Cannot tell from ${p.path} what to write. Let its name end in .html or .md, or add --html or --md.`,
  },
  'already-there': {
    exit: exitCodes.locked,
    message: (p: { readonly paths: readonly string[] }) =>
      p.paths.length === 1
        ? `Nothing was written: ${p.paths[0]} exists already and is never overwritten. Move it away first, or name another place.`
        : `Nothing was written: ${p.paths.slice(0, -1).join(', ')} and ${p.paths.at(-1)} exist already and are never overwritten. Edit them, or move them away first.`,
  },
  'no-files': {
    exit: exitCodes.wrongUsage,
    message: () =>
      'Cannot import: no file is named. Name the exports, for example sameteam import leads.csv --map map.yaml --db leads.duckdb.',
  },
  'no-map': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly file: string }) =>
      `Cannot import ${p.file} without a map. Name one with --map, or have one drafted with --guess.`,
  },
  'undo-with-files': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly id: string; readonly file: string }) =>
      `Cannot take back ${p.id} and import ${p.file} in one go. Nothing was changed: run one after the other.`,
  },
  'undo-dry-run': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly id: string }) =>
      `Cannot take back ${p.id} as a dry run. Nothing was changed: leave out --dry-run; an import that was taken back can be imported again.`,
  },
  'no-folder': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string }) =>
      `Cannot make the folder ${p.path}: a part of its path is a file. Name another place for the database.`,
  },
  'database-not-made': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string }) =>
      `Cannot make the database ${p.path}: it could not be written to its end. Look whether the disk is full, and try again.`,
  },
  'not-a-file': {
    exit: exitCodes.failed,
    message: (p: { readonly what: 'export' | 'map' | 'agreement' | 'key'; readonly path: string }) =>
      `Cannot read ${p.path}: it is a folder, or another thing that is no file. Name the ${p.what} itself.`,
  },
  'unreadable-files': {
    exit: exitCodes.failed,
    message: (p: { readonly faults: readonly string[] }) => `${p.faults.join('\n')}\nNothing was imported.`,
  },
  'join-too-large': {
    exit: exitCodes.failed,
    message: (p: { readonly file: string }) =>
      `Cannot join with ${p.file}: it has more rows than are held in memory. Join the files before the export.`,
  },
  'nothing-to-validate': {
    exit: exitCodes.wrongUsage,
    message: () =>
      'Cannot validate: no file is named. Name one, or - for standard input; --listen is an endpoint to try, and --target URL tests one.',
  },
  'two-to-validate': {
    exit: exitCodes.wrongUsage,
    message: (p: { readonly file: string; readonly option: string }) =>
      `Cannot validate ${p.file} and ${p.option} in one go. Run one after the other.`,
  },
  'not-readable': {
    exit: exitCodes.failed,
    message: (p: { readonly path: string; readonly why: string; readonly remedy: string }) =>
      `Cannot validate ${p.path}: ${p.why}. ${p.remedy}`,
  },
  'validate-stopped': {
    exit: exitCodes.failed,
    message: (p: { readonly read: number }) =>
      `Stopped after ${p.read.toLocaleString('en')} items. What comes after them was not looked at.`,
  },
  'bad-token': {
    exit: exitCodes.failed,
    message: (p: { readonly from: string }) =>
      `Cannot use the token of ${p.from}: it is empty, or holds a blank or another character that no header can hold. Make one, for example: openssl rand -hex 32.`,
  },
  'import-stopped': { exit: exitCodes.failed, message: () => 'Stopped. Nothing of this import was kept.' },
  cancelled: { exit: exitCodes.failed, message: () => 'Cancelled: nothing was written.' },
  stopped: { exit: exitCodes.failed, message: () => 'Stopped before the end: nothing was kept.' },
  'demo-there': {
    exit: exitCodes.locked,
    message: (p: { readonly path: string }) =>
      `Cannot make the simulated company at ${p.path}: the file exists. Name another file, or delete it first.`,
  },
} satisfies Record<string, { readonly exit: ExitCode; readonly message: (params: never) => string }>;

type Kinds = typeof kinds;

/** Codes of all errors of this package. */
export type CliErrorCode = keyof Kinds;

type Params<Code extends CliErrorCode> = Parameters<Kinds[Code]['message']>[0];

/**
 * What a command cannot do: what failed, why, and what to do, with the exit code that scripts see.
 * @example throw new CliError('bad-zone', { zone: 'Berlin' });
 */
export class CliError<Code extends CliErrorCode = CliErrorCode> extends Error {
  override readonly name = 'CliError';
  readonly code: Code;
  readonly exit: ExitCode;

  constructor(code: Code, params: Params<Code>, options?: ErrorOptions) {
    const kind = kinds[code];
    super((kind.message as (params: unknown) => string)(params), options);
    this.code = code;
    this.exit = kind.exit;
  }
}
