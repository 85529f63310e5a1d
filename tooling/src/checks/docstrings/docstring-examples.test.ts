import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, promisify } from 'node:util';
import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { createApp } from '@sameteam/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isPromised } from '../readme-examples.ts';
import type { ExampleResult } from './example-module.ts';
import { packageDocstrings } from './package-docstrings.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const packages = ['model', 'stats', 'agreement', 'metrics', 'connectors', 'api', 'service', 'mocks'].map((folder) => {
  const { examples, lacking } = packageDocstrings(root, folder);
  return { folder, lacking, examples: examples.map((it, index) => ({ ...it, name: `${folder}-${index}.ts` })) };
});

let scratch = '';
/** What the compiler says, by the name of the module. */
let faults: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  mkdirSync(join(root, '.sameteam'), { recursive: true });
  scratch = mkdtempSync(join(root, '.sameteam', 'docstrings-'));
  for (const { examples } of packages) {
    for (const { name, module } of examples) writeFileSync(join(scratch, name), module);
  }
  faults = await compilerFaults();
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Sources that do not compile are the business of another check. */
async function compilerFaults(): Promise<ReadonlyMap<string, string>> {
  const compilerOptions = { rewriteRelativeImportExtensions: false };
  const config = { extends: '../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', '.'], { cwd: scratch }).catch(
    (error: { readonly stdout: string }) => error,
  );
  const faults = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const [, name, fault] = /^([\w-]+\.ts)\(.*?\): (.*)/.exec(line) ?? [];
    if (name !== undefined) faults.set(name, `${faults.get(name) ?? ''}${fault}\n`);
  }
  return faults;
}

describe.each(packages)('docstrings of packages/$folder', ({ examples, lacking }) => {
  // An example may write a file beside it, and ask a server.
  let workingFolder = '';
  const before = process.cwd();
  beforeAll(() => {
    workingFolder = mkdtempSync(join(tmpdir(), 'sameteam-docstrings-'));
    process.chdir(workingFolder);
    const engine = createMemoryEngine({ agreement: defaultAgreement });
    const app = createApp({ context: { engine, agreement: defaultAgreement, clock: Date.now } });
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) => app.request(new Request(url, init)));
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    process.chdir(before);
    rmSync(workingFolder, { recursive: true, force: true });
  });

  it('have an example for every value that is exported', async () => {
    const found: string[] = [];
    for (const { name, specifier } of lacking) {
      const module = (await import(specifier)) as Readonly<Record<string, unknown>>;
      if (!isSchema(module[name])) found.push(`${name} of ${specifier}`);
    }
    expect(found).toEqual([]);
  });

  // `it.each` cuts long names.
  for (const { place, name, module } of examples) {
    it(`run: ${place}`, async () => {
      expect(faults.get(name) ?? '', module).toBe('');
      const { results } = (await import(join(scratch, name))) as { readonly results: readonly ExampleResult[] };
      for (const result of results) {
        if ('expected' in result) expect(result.actual, result.text).toEqual(result.expected);
        else expect(isPromised(shown(result.actual), withoutSpaces(result.text)), shown(result.actual)).toBe(true);
      }
    });
  }
});

/** A schema of zod says what it takes by itself. */
function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

/** A value as a comment has it: on one line, and without the spaces that are a matter of taste. */
function shown(value: unknown): string {
  return withoutSpaces(inspect(value, { depth: null, breakLength: Number.POSITIVE_INFINITY }));
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
