import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateCondition, parseAgreement } from '@sameteam/agreement';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../../src/test-support/test-context.ts';

const guide = readFileSync(new URL('../../../../docs/agreement.md', import.meta.url), 'utf8');
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
const file = 'sameteam.agreement.yaml';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-guide-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Words of a command line; those in quotes hold blanks. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

async function run(command: string) {
  const [program, ...args] = wordsOf(command);
  if (program === 'cp') {
    const [from = '', to = ''] = args;
    copyFileSync(join(cwd, from), join(cwd, to));
    return { exit: 0, stdout: '', stderr: '' };
  }
  expect([program, args[0]]).toEqual(['npx', 'sameteam']);
  const context = testContext({ cwd });
  const exit = await main(args.slice(1), context);
  return { exit, ...context.written };
}

it('leads from nothing to a version that both have signed', async () => {
  const signing = commands.filter((command) => !/ (?:import|report|serve) /.test(command));
  expect(signing).toHaveLength(12);
  const keys = new Map<string, string>();
  for (const command of signing) {
    if (command.includes('agreement sign') && !readFileSync(join(cwd, file), 'utf8').includes('signatures')) {
      const named = [...keys].map(([signer, key]) => `${signer}: "${key}"`).join(', ');
      const said = /```yaml\n(effective[\s\S]*?)```/.exec(guide)?.[1] ?? '';
      const added = said.replace(/keys: \{.*\} \}/, `keys: { ${named} } }`);
      writeFileSync(join(cwd, file), `${readFileSync(join(cwd, file), 'utf8')}${added}`);
    }
    const { exit, stdout, stderr } = await run(command);
    if (command.includes('keygen')) keys.set(command.split(' ').at(-1) ?? '', stdout.trim());
    // The second version is a draft still.
    expect(exit, `${command}\n${stdout}${stderr}`).toBe(
      command.includes('next.agreement.yaml') && command.includes('verify') ? 1 : 0,
    );
  }
  const { stdout } = await run(`npx sameteam agreement verify ${file} --as-of 2027-01-01`);
  expect(stdout).toContain('binding since 2027-01-01');
  expect(stdout).toContain('by Dana Albers');
}, 60_000);

it('shows conditions that can be written', () => {
  const block = /```yaml\n(\{ field[\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const conditions = block
    .trim()
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, ''));
  expect(conditions).toHaveLength(12);
  const text = `teams: { sales: {} }
segments: [{ id: partner, when: { field: source.channel, is: partner } }]
questions: [{ id: timeline, ask: When?, askedBy: sales, answers: { under_3_months: 1 } }]
readiness: { hot: {}, raw: {} }
sla: {}
reasons: {}
programs: { all: { owner: sales, exit: { any: [${conditions.join(', ')}] } } }`;
  const { agreement, issues } = parseAgreement(text);
  expect(issues).toEqual([]);
  const exit = agreement?.programs.all?.exit;
  if (exit === undefined) throw new Error('The condition is read.');
  expect(evaluateCondition(exit, { fields: { 'source.channel': 'partner' } })).toBe(false);
  expect(evaluateCondition(exit, { fields: { 'company.employees': 50, 'source.channel': 'partner' } })).toBe(true);
});
