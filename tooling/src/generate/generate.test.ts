import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateElement } from './generate-element.ts';
import { generateMetric } from './generate-metric.ts';
import { metricFiles } from './metric-files.ts';
import { metricKind } from './metric-kind.ts';
import { kebabCase } from './names.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const metricsFolder = join(root, 'packages/metrics/src/metrics');
const written = ['agreement', 'metrics', 'model', 'widgets'];
let copy = '';

/** A workspace with its own copies of the packages that are written to; everything else is linked. */
beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'sameteam-generate-')));
  for (const file of ['tsconfig.base.json', 'vitest.config.ts', 'biome.json', 'package.json'])
    cpSync(join(root, file), join(copy, file));
  writeFileSync(join(copy, '.gitignore'), 'node_modules\n');
  mkdirSync(join(copy, 'packages'));
  for (const folder of readdirSync(join(root, 'packages'))) {
    const [from, to] = [join(root, 'packages', folder), join(copy, 'packages', folder)];
    if (!written.includes(folder)) symlinkSync(from, to);
    else cpSync(from, to, { recursive: true, filter: (path) => !/\/(node_modules|dist|chdb|\.turbo)$/.test(path) });
  }
  linkModules();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function linkModules(): void {
  const modules = join(root, 'node_modules');
  mkdirSync(join(copy, 'node_modules', '@sameteam'), { recursive: true });
  for (const name of readdirSync(modules)) {
    if (name !== '@sameteam' && name !== '.vite') symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  }
  for (const folder of readdirSync(join(copy, 'packages'))) {
    if (folder !== 'cli') symlinkSync(join(copy, 'packages', folder), join(copy, 'node_modules', '@sameteam', folder));
  }
}

/** Runs a tool in the copy and returns what it says and whether it was content. */
async function run(tool: string, args: readonly string[]) {
  const command = [join(root, 'node_modules', tool), ...args];
  return promisify(execFile)(process.execPath, command, { cwd: copy, env: { ...process.env, NO_COLOR: '1' } }).then(
    ({ stdout }) => ({ ok: true, output: stdout }),
    (error: { readonly stdout: string; readonly stderr: string }) => ({
      ok: false,
      output: error.stdout + error.stderr,
    }),
  );
}

function typeCheck(files: readonly string[]) {
  const config = { extends: './tsconfig.base.json', files };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
  return run('typescript/bin/tsc', ['-p', 'tsconfig.json']);
}

describe('a new metric', () => {
  const existing = readdirSync(metricsFolder)
    .filter((file) => /^(?!lead-to-win).*(-rate|-median|-p90|-days)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length).replace(/-/g, '_'));

  it.each(existing)('has the form of the one that is there: %s', (id) => {
    const [file] = metricFiles(id);
    expect(file?.text).toBe(readFileSync(join(metricsFolder, `${kebabCase(id)}.ts`), 'utf8'));
  });

  it('type-checks, and its test passes on every engine', async () => {
    const ids = ['sql_to_won_rate', 'handed_off_within_10_days', 'won_within_9999_days', 'sal_in_period'];
    const written = ids.flatMap((id) => generateMetric(copy, id));
    // Every duration there is exists already: its test alone is tried.
    const [, duration] = metricFiles('days_to_won_p90');
    if (duration) writeFileSync(join(copy, duration.path), duration.text);
    const tests = [...written.filter((path) => path.endsWith('.test.ts')), duration?.path ?? ''];
    const types = await typeCheck([...new Set([...written, ...tests])]);
    expect(types, types.output).toMatchObject({ ok: true });
    const vitest = await run('vitest/vitest.mjs', ['run', '--project=node', ...tests]);
    expect(vitest.output).toMatch(/Test Files {2}5 passed/);
    expect(vitest.output).toMatch(/Tests {2}10 passed/);
  });

  it('is refused when it exists, and nothing is written', () => {
    const entered = ['model/src/vocabulary/metric-table.ts', 'metrics/src/metrics/sections/funnel-metrics.ts'];
    const read = () => entered.map((path) => readFileSync(join(copy, 'packages', path), 'utf8'));
    const before = read();
    for (const id of ['sal_to_sql_rate', 'won'])
      expect(() => generateMetric(copy, id)).toThrow(`There is a metric ${id} already.`);
    expect(read()).toEqual(before);
  });

  it.each([
    ['win', 'Cannot tell from "win" what it measures.'],
    ['captured_in_period', 'by the metric captured.'],
    ['won_to_sal_rate', 'sal does not come after won.'],
    ['lead_to_sal_rate', 'There is no stage "lead".'],
    ['captured_to_won_rate', 'lead_to_win_rate'],
    ['days_to_captured_median', 'Name a later stage.'],
    ['../x', 'Cannot tell'],
  ])('is refused with a sentence: %s', (id, sentence) => {
    expect(() => metricKind(id)).toThrow(sentence);
  });
});

describe('a new element', () => {
  it('type-checks, keeps the form of the others, and passes its tests of data', async () => {
    const written = generateElement(copy, 'st-goal-list');
    expect(written.filter((path) => path.includes('/goal-list/'))).toHaveLength(6);
    const manifest = JSON.parse(readFileSync(join(copy, 'packages/widgets/package.json'), 'utf8')) as {
      exports: object;
    };
    expect(Object.keys(manifest.exports)).toEqual(Object.keys(manifest.exports).sort());
    const types = await typeCheck(written.filter((path) => path.endsWith('.ts')));
    expect(types, types.output).toMatchObject({ ok: true });
    const style = await run('@biomejs/biome/bin/biome', ['ci', '--colors=off', ...written]);
    expect(style, style.output).toMatchObject({ ok: true });
  });

  it.each(['goal', 'st-Goal', 'st-', 'st-../x'])('is refused with a sentence: %s', (tag) => {
    expect(() => generateElement(copy, tag)).toThrow('is no tag of this house');
  });

  it('is refused when it exists', () => {
    expect(() => generateElement(copy, 'st-funnel')).toThrow('There is an element st-funnel already.');
    expect(() => generateElement(copy, 'st-number')).toThrow('packages/widgets/src/number exists, and holds something');
  });
});
