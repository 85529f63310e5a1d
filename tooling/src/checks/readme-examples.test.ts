import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExamples, isPromised } from './readme-examples.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = readdirSync(join(root, 'packages')).filter((it) =>
  existsSync(join(root, 'packages', it, 'package.json')),
);
let scratch = '';

beforeAll(() => {
  mkdirSync(join(root, '.sameteam'), { recursive: true });
  scratch = mkdtempSync(join(root, '.sameteam', 'readme-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(folders)('packages/%s/README.md', (folder) => {
  const path = join(root, 'packages', folder, 'README.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';

  it('says what the package is, shows an example and maps its folders', () => {
    expect(text, 'there is no README.md').not.toBe('');
    expect(text).toMatch(/^# (@sameteam\/)?[a-z]+\n\n\S/);
    expect(text, 'there is no example: a block of ts, html or sh').toMatch(/^```(ts|html|sh)$/m);
    expect(text, 'there is no map: a table of folders or files').toMatch(/^\|[^|]*\|[^|]*\|/m);
  });

  it.each(findExamples(text))('has an example at line $line that runs', async ({ line, code, output }) => {
    const file = join(scratch, `${folder}-${line}.ts`);
    writeFileSync(file, code);
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: scratch, timeout: 60_000 });
    if (output !== null) expect(isPromised(stdout, output), stdout).toBe(true);
  });
});

describe('findExamples', () => {
  it('takes blocks of ts that import, with the text that follows as their output', () => {
    const one = "import { one } from 'one';\none();";
    const two = "import 'two';";
    const markdown = [
      `# a\n\n\`\`\`ts\n${one}\n\`\`\`\n\n\`\`\`text\n1\n\`\`\``,
      `\`\`\`ts\n${two}\n\`\`\`\n\nSo:\n\n\`\`\`text\n2\n\`\`\``,
      '```ts\nfragment();\n```\n\n```js\nno();\n```',
    ].join('\n\n');
    expect(findExamples(markdown)).toEqual([
      { line: 3, code: one, output: '1' },
      { line: 12, code: two, output: null },
    ]);
  });
});

describe('isPromised', () => {
  it('takes … for anything within a line', () => {
    expect(isPromised('0.0987654\n2\n', '0.098…\n2')).toBe(true);
    expect(isPromised('0.0987654\n3\n', '0.098…\n2')).toBe(false);
    expect(isPromised('a\nb', 'a…')).toBe(false);
  });
});
