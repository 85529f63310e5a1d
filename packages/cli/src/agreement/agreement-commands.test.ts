import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAgreement, pinCalendars } from '@sameteam/agreement';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { readKeyFile, signAgreement } from '@sameteam/agreement/sign';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../context.ts';
import { main } from '../main.ts';
import { testContext } from '../test-support/test-context.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-agreement-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function run(args: readonly string[], changes: Partial<CommandContext> = {}) {
  const context = testContext({ cwd, ...changes });
  const exit = await main(args, context);
  return { exit, ...context.written };
}

const file = 'sameteam.agreement.yaml';
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const init = (...args: readonly string[]) =>
  run(['init', '--yes', '--name', 'Acme', '--zone', 'Europe/Berlin', '--country', 'DE', ...args]);

/** Both teams have keys, and the agreement names them. */
async function agreementWithKeys(): Promise<void> {
  await init();
  const keys: string[] = [];
  for (const team of ['marketing', 'sales']) {
    keys.push(`${team}: "${(await run(['agreement', 'keygen', team])).stdout.trim()}"`);
  }
  write(file, `${read(file)}effective: 2026-11-01\nsignatures: { keys: { ${keys.join(', ')} } }\n`);
}

const sign = (team: string, ...args: readonly string[]) =>
  run(['agreement', 'sign', file, '--key', `${team}.key.json`, ...args]);
const verify = async (...args: readonly string[]) => {
  const { exit, stdout } = await run(['agreement', 'verify', file, '--json', ...args]);
  return { exit, ...JSON.parse(stdout) };
};

describe('sameteam agreement check', () => {
  it.each(['small-team', 'sdr-team', 'partner-team'])('finds no hole in what init writes: %s', async (template) => {
    await init('--template', template);
    const { exit, stdout, stderr } = await run(['agreement', 'check', file, '--json']);
    const { ok, issues, ...said } = JSON.parse(stdout);
    expect({ exit, stderr, ok }).toEqual({ exit: 0, stderr: '', ok: true });
    expect(said).toEqual({ file, name: 'Acme', version: 1, effective: null });
    expect(issues.map(({ code, severity }: Record<string, string>) => [code, severity])).toEqual([
      ['unsigned', 'information'],
    ]);
  });

  it('tells what is wrong with its place, a sentence and a remedy, and fails', async () => {
    await init();
    write(file, read(file).replace('revisitAfter: 180d', 'revisitAftr: 180d'));
    const { exit, stdout, stderr } = await run(['agreement', 'check', file]);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    const line = read(file)
      .split('\n')
      .findIndex((text) => text.includes('revisitAftr'));
    expect(stdout).toContain(`${file}:${line + 1}:`);
    expect(stdout).toContain('There is no key "revisitAftr" here.');
    expect(stdout).toContain('Did you mean "revisitAfter"?');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 error.');
  });

  it('fails for a warning when it is strict', async () => {
    await init();
    write(file, read(file).replace('metric: mql_to_sal_rate', 'metric: mql_to_sal_rat'));
    const args = ['agreement', 'check', file, '--json'];
    const { exit, stdout } = await run(args);
    const { issues } = JSON.parse(stdout);
    expect(issues.map(({ code }: { code: string }) => code)).toContain('goal-without-metric');
    const isError = issues.some(({ severity }: { severity: string }) => severity === 'error');
    expect(exit).toBe(isError ? 1 : 0);
    expect((await run([...args, '--strict'])).exit).toBe(1);
  });

  it('reads JSON, and programs whose default export is an agreement', async () => {
    write('team.mjs', `export default ${JSON.stringify({ teams: { sales: {} }, readiness: { raw: {} }, sla: {} })};`);
    const broken = await run(['agreement', 'check', 'team.mjs', '--json']);
    expect(JSON.parse(broken.stdout).issues).toEqual([
      expect.objectContaining({ code: 'missing-key', file: 'team.mjs', line: null, pointer: '/reasons' }),
    ]);
    write('none.mjs', 'export const agreement = {};');
    expect(await run(['agreement', 'check', 'none.mjs'])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('it has no default export'),
    });
    write('fails.mjs', 'throw new Error("no such thing");');
    expect((await run(['agreement', 'check', 'fails.mjs'])).stderr).toContain('no such thing');
    for (const [text, why] of [
      ['process.exit(0)', 'it ended without exporting anything'],
      ['await new Promise(() => {})', 'it ended without exporting anything'],
      ['export default () => ({})', 'its default export is a function'],
      ['export default Promise.resolve({})', 'its default export is a promise'],
      ['const a = {}; a.a = a; export default a', 'circular structure'],
    ] as const) {
      write('odd.mjs', text);
      const odd = await run(['agreement', 'check', 'odd.mjs', '--json']);
      expect(odd).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining(why) });
    }
    write('noise.mjs', 'console.log("noise"); export default { teams: 3 }');
    expect(JSON.parse((await run(['agreement', 'check', 'noise.mjs', '--json'])).stdout).ok).toBe(false);
    const stop = new AbortController();
    write('loop.mjs', 'while (true) {}');
    setTimeout(() => stop.abort(), 300);
    expect((await run(['agreement', 'check', 'loop.mjs'], { stop: stop.signal })).stderr).toContain('it was stopped');
    write('team.json', '{ "teams": 3 }');
    expect((await run(['agreement', 'check', 'team.json'])).stdout).toContain('team.json:1:12');
  });

  it.each([
    ['none.yaml', null, 'Cannot read the agreement none.yaml: there is no such file. `sameteam init` writes one'],
    ['bytes.yaml', Buffer.from([0xff, 0xfe, 0x41]), 'it is not text in UTF-8'],
    ['nothing.yaml', Buffer.from(''), null],
  ])('says what to do about %s', async (name, bytes, sentence) => {
    if (bytes !== null) writeFileSync(join(cwd, name), bytes);
    const { exit, stdout, stderr } = await run(['agreement', 'check', name]);
    expect(exit).toBe(1);
    if (sentence === null) expect(stdout).toContain('The file holds nothing.');
    else expect(stderr).toContain(sentence);
  });

  it('takes a day or an instant as --as-of, and nothing else', async () => {
    await init();
    write(file, `${read(file)}effective: 2026-11-01\n`);
    const codes = async (asOf: string) => {
      const { stdout } = await run(['agreement', 'check', file, '--json', '--as-of', asOf]);
      return JSON.parse(stdout).issues.map(({ code }: { code: string }) => code);
    };
    expect(await codes('2026-10-31')).not.toContain('effective-in-past');
    expect(await codes('2026-10-31T22:59:59Z')).not.toContain('effective-in-past');
    expect(await codes('2026-11-02')).toContain('effective-in-past');
    expect(await run(['agreement', 'check', file, '--as-of', 'soon'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('--as-of cannot be "soon"'),
    });
  });
});

describe('sameteam agreement keygen, sign and verify', () => {
  it('keeps the private half for its owner, and overwrites no key', async () => {
    const { exit, stdout, stderr } = await run(['agreement', 'keygen', 'sales']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ed25519:[A-Za-z0-9_-]{43}\n$/);
    expect(statSync(join(cwd, 'sales.key.json')).mode & 0o777).toBe(0o600);
    expect(stderr).toContain('give it to nobody');
    expect(read('sales.key.json')).toContain(stdout.trim());
    const kept = read('sales.key.json');
    expect(await run(['agreement', 'keygen', 'sales'])).toMatchObject({ exit: 5, stdout: '' });
    expect(read('sales.key.json')).toBe(kept);
    expect((await run(['agreement', 'keygen', '../sales'])).exit).toBe(2);
  });

  it('binds when all who must have signed and its day has come', async () => {
    await agreementWithKeys();
    expect(await verify()).toMatchObject({ exit: 1, status: 'draft', signed: 'unsigned' });
    expect(await sign('marketing', '--by', 'Dana Albers')).toMatchObject({
      exit: 0,
      stdout: 'Wrote sameteam.agreement.v1.marketing.sig.json\n',
    });
    expect(await verify()).toMatchObject({ exit: 1, status: 'draft', signed: 'partly' });
    expect((await sign('sales')).exit).toBe(0);
    expect(await verify()).toMatchObject({ exit: 0, status: 'signed', signed: 'signed' });
    expect(await verify('--as-of', '2026-11-01')).toMatchObject({ exit: 0, status: 'binding' });
    const { stdout } = await run(['agreement', 'check', file, '--json']);
    expect(JSON.parse(stdout).issues).toEqual([]);
  });

  it('binds nobody for days that were over when the last one signed', async () => {
    await agreementWithKeys();
    const late = { now: () => Date.UTC(2026, 10, 20, 12) };
    for (const team of ['marketing', 'sales']) {
      expect((await run(['agreement', 'sign', file, '--key', `${team}.key.json`], late)).exit).toBe(0);
    }
    const { stdout } = await run(['agreement', 'verify', file], late);
    expect(stdout).toContain('binding since 2026-11-20, when the last of those who must had signed');
    expect(await verify('--as-of', '2026-11-10')).toMatchObject({ status: 'draft' });
  });

  it('signs no version twice, and none that was changed since another one signed', async () => {
    await agreementWithKeys();
    await sign('marketing');
    expect(await sign('marketing')).toMatchObject({
      exit: 5,
      stdout: '',
      stderr: expect.stringContaining('marketing has signed this version already'),
    });
    write(file, read(file).replace('revisitAfter: 180d', 'revisitAfter: 181d'));
    const refused = await sign('sales');
    expect(refused).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining('reasons.with_competitor') });
    expect((await verify()).issues).toHaveLength(2);
    expect((await run(['agreement', 'verify', file])).stdout).toContain('draft, a signature does not hold');
    expect((await sign('sales', '--anyway')).exit).toBe(0);
  });

  it('names the clause that was changed since', async () => {
    await agreementWithKeys();
    await sign('marketing');
    await sign('sales');
    write(file, read(file).replace('revisitAfter: 180d', 'revisitAfter: 181d'));
    const { exit, status, issues } = await verify();
    expect({ exit, status }).toEqual({ exit: 1, status: 'draft' });
    expect(issues[0].clauses.map(({ address }: { address: string }) => address)).toEqual(['reasons.with_competitor']);
    expect((await run(['agreement', 'verify', file])).stdout).toContain('reasons.with_competitor');
  });

  it('signs nothing with holes, by the wrong key, or twice', async () => {
    await agreementWithKeys();
    const whole = read(file);
    write(file, whole.replace(/ {2}follow_up:\n(?: {4}.*\n)+/, ''));
    const refused = await sign('sales');
    expect(refused).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining('Nothing was signed') });
    write(file, whole);
    expect((await sign('sales', '--as', 'marketing')).stderr).toContain('marketing');
    expect((await sign('sales', '--as', 'ops')).exit).toBe(1);
    expect((await sign('sales')).exit).toBe(0);
    expect((await sign('sales')).exit).toBe(5);
    expect((await run(['agreement', 'sign', file, '--key', 'no.json'])).stderr).toContain('agreement keygen');
    expect(await run(['agreement', 'sign', file])).toMatchObject({
      exit: 2,
      stderr: 'The option --key FILE is missing. Add it; --help shows what there is.\n',
    });
    write('cut.json', read('sales.key.json').slice(0, 100));
    expect(await run(['agreement', 'sign', file, '--key', 'cut.json'])).toMatchObject({ exit: 1, stdout: '' });
  });

  it('refuses a person without a name, and days that cannot be signed, by name', async () => {
    await agreementWithKeys();
    for (const by of ['', '  ', 'x'.repeat(201)]) {
      expect(await sign('sales', '--by', by)).toMatchObject({
        exit: 2,
        stdout: '',
        stderr: expect.stringContaining('--by needs the name of the person'),
      });
    }
    const whole = read(file);
    write(file, whole.replace('effective: 2026-11-01', 'effective: 9990-01-01'));
    const far = await sign('sales', '--anyway');
    expect(far).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining('"effective" is 9990-01-01') });
    write(file, `${whole}until: 9999-12-31\n`);
    expect((await sign('sales', '--anyway')).stderr).toContain('"until" is 9999-12-31');
    write(file, whole);
    expect((await sign('sales')).exit).toBe(0);
  });

  it('refuses one key for two signers', async () => {
    await agreementWithKeys();
    const key = JSON.parse(read('sales.key.json')).publicKey;
    write(file, read(file).replace(/marketing: "ed25519:[^"]*"/, `marketing: "${key}"`));
    expect(await sign('sales')).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining('one key for') });
    expect((await verify()).issues[0]).toMatchObject({ code: 'shared-key', severity: 'error' });
  });

  it('signs the dates of another signer only when told to', async () => {
    await agreementWithKeys();
    const { agreement } = parseAgreement(read(file));
    if (agreement === null) throw new Error('it cannot be read');
    const { privateKey } = await readKeyFile(read('marketing.key.json'));
    const own = pinCalendars(agreement, { fromYear: 2016, toYear: 2036, holidays: publicHolidays });
    const wrong = { date: '2026-11-18', name: 'Day of the \u001b[31mCompany' };
    const pins = { ...own, holidays: { DE: [...(own.holidays.DE ?? []), wrong] } };
    const signedAtMs = testContext({ cwd }).now();
    const { text } = await signAgreement(agreement, { signer: 'marketing', privateKey, signedAtMs, pins });
    const marketing = 'sameteam.agreement.v1.marketing.sig.json';
    write(marketing, text);
    const refused = await sign('sales');
    expect(refused).toMatchObject({ exit: 1, stdout: '' });
    expect(refused.stderr).toContain('holiday 2026-11-18 in DE: Day of the');
    expect(refused.stderr).toContain('--take-dates');
    expect(refused.stderr).not.toContain('\u001b');
    expect(readdirSync(cwd)).not.toContain('sameteam.agreement.v1.sales.sig.json');
    const taken = await sign('sales', '--take-dates');
    expect(taken).toMatchObject({ exit: 0, stderr: expect.stringContaining('Signed with the dates of marketing') });
    expect(taken.stderr).toContain('holiday 2026-11-18 in DE');
    expect(await verify()).toMatchObject({ exit: 0, status: 'signed' });
  });

  it('signs alike on both sides of New Year', async () => {
    await agreementWithKeys();
    write(file, read(file).replace('effective: 2026-11-01\n', ''));
    const at = (instant: string, team: string) =>
      run(['agreement', 'sign', file, '--key', `${team}.key.json`], { now: () => Date.parse(instant) });
    expect((await at('2026-12-31T20:00:00Z', 'marketing')).exit).toBe(0);
    expect(await at('2027-01-01T08:00:00Z', 'sales')).toMatchObject({ exit: 0 });
    expect(await verify('--as-of', '2027-01-02')).toMatchObject({ exit: 0, status: 'binding' });
  });

  it('names what lies beside it and cannot be read, and counts the others', async () => {
    await agreementWithKeys();
    mkdirSync(join(cwd, 'sameteam.agreement.v1.zzz.sig.json'));
    await sign('marketing');
    await sign('sales');
    const { exit, status, issues } = await verify();
    expect({ exit, status }).toEqual({ exit: 0, status: 'signed' });
    expect(issues).toEqual([
      expect.objectContaining({ code: 'unreadable', file: 'sameteam.agreement.v1.zzz.sig.json' }),
    ]);
  });

  it('fails where strangers end a version, and for versions of two agreements', async () => {
    await agreementWithKeys();
    await sign('marketing');
    await sign('sales');
    const intern = (await run(['agreement', 'keygen', 'intern'])).stdout.trim();
    const second = read(file)
      .replace(/signatures: .*/, `signatures: { required: [intern], keys: { intern: "${intern}" } }`)
      .replace('effective: 2026-11-01', 'effective: 2027-01-01\nversion: 2');
    write('second.yaml', second);
    const signed = await run(['agreement', 'sign', 'second.yaml', '--key', 'intern.key.json', '--anyway']);
    expect(signed).toMatchObject({ exit: 0 });
    const codes = async (...names: readonly string[]) => {
      const { exit, stdout } = await run(['agreement', 'verify', ...names, '--json']);
      return [exit, ...JSON.parse(stdout).issues.map(({ code }: { code: string }) => code)];
    };
    expect(await codes(file, 'second.yaml')).toEqual([1, 'signers-changed']);
    write('third.yaml', second.replace(/^name: .*$/m, 'name: Beta'));
    expect(await codes(file, 'third.yaml')).toContain('two-agreements');
  });

  it('encrypts a key with a passphrase', async () => {
    const env = { SAMETEAM_KEY_PASSPHRASE: 'four words are enough' };
    expect((await run(['agreement', 'keygen', 'sales', '--passphrase'])).exit).toBe(2);
    expect((await run(['agreement', 'keygen', 'sales', '--passphrase'], { env })).exit).toBe(0);
    expect(read('sales.key.json')).not.toContain('"d"');
    await init();
    const key = JSON.parse(read('sales.key.json')).publicKey;
    write(file, `${read(file)}signatures: { required: [sales], keys: { sales: "${key}" } }\n`);
    expect((await sign('sales')).exit).toBe(2);
    const wrong = { SAMETEAM_KEY_PASSPHRASE: 'five words are not enough' };
    const args = ['agreement', 'sign', file, '--key', 'sales.key.json'];
    expect(await run(args, { env: wrong })).toMatchObject({ exit: 1, stdout: '' });
    expect((await run(args, { env })).exit).toBe(0);
  });

  it('tells which of several versions bound when', async () => {
    await agreementWithKeys();
    await sign('marketing');
    await sign('sales');
    const second = read(file).replace('effective: 2026-11-01', 'effective: 2027-01-01\nversion: 2');
    write('second.yaml', second);
    for (const team of ['marketing', 'sales']) {
      expect((await run(['agreement', 'sign', 'second.yaml', '--key', `${team}.key.json`])).exit).toBe(0);
    }
    const { exit, stdout } = await run(['agreement', 'verify', file, 'second.yaml', '--as-of', '2027-02-01']);
    expect(exit).toBe(0);
    expect(stdout).toContain('version 1  from 2026-11-01 until 2026-12-31\n  version 2  from 2027-01-01\n');
    const json = JSON.parse((await run(['agreement', 'verify', file, 'second.yaml', '--json'])).stdout);
    expect(json.periods.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
  });
});

describe('sameteam agreement diff and render', () => {
  it('tells what a changed agreement says differently', async () => {
    await init();
    write('same.yaml', `# another comment\n${read(file)}`);
    expect((await run(['agreement', 'diff', file, 'same.yaml', '--json'])).stdout).toContain('"changes": []');
    write('after.yaml', read(file).replace('revisitAfter: 180d', 'revisitAfter: 200d'));
    const { exit, stdout } = await run(['agreement', 'diff', file, 'after.yaml', '--json']);
    const { changes, ...said } = JSON.parse(stdout);
    expect({ exit, ...said }).toEqual({ exit: 0, before: file, after: 'after.yaml', version: [] });
    expect(changes).toEqual([
      expect.objectContaining({ clause: 'reasons.with_competitor', kind: 'changed', effect: 'behaviour' }),
    ]);
    expect((await run(['agreement', 'diff', file, 'after.yaml'])).stdout).toContain('200 days');
    expect((await run(['agreement', 'diff', file, 'after.yaml', '--md'])).stdout).toContain('200 days');
  });

  it('writes the document as Markdown and HTML', async () => {
    await init();
    const markdown = await run(['agreement', 'render', file]);
    expect(markdown).toMatchObject({ exit: 0, stderr: '', stdout: expect.stringContaining('# Acme') });
    expect(await run(['agreement', 'render', file, '-o', 'a.html'])).toMatchObject({ exit: 0, stdout: '' });
    expect(read('a.html')).toMatch(/^<!doctype html>/i);
    expect((await run(['agreement', 'render', file, '--html'])).stdout).toBe(read('a.html'));
    expect(await run(['agreement', 'render', file, '-o', 'a.pdf'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Let its name end in .html or .md'),
    });
  });
});
