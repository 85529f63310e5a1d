import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBrokenLinks } from './markdown-links.ts';
import { repositoryFiles } from './repository-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/links', import.meta.url));

describe('the guides', () => {
  it('have no link that leads nowhere', (context) => {
    const files = repositoryFiles(root);
    if (!files) return context.skip('this is not a git checkout, so nobody knows which files are published');
    const guides = files.filter((it) => it.endsWith('.md') && !it.includes('/fixtures/') && existsSync(join(root, it)));
    expect(guides.flatMap((file) => findBrokenLinks(root, file))).toEqual([]);
  });
});

describe('findBrokenLinks', () => {
  it('finds missing files, headings and pictures, and nothing in code', () => {
    expect(findBrokenLinks(fixtures, 'guide.md').map((it) => `${it.line} ${it.link}: ${it.why}`)).toEqual([
      '7 missing.md: no such file',
      '7 other.md#third-part: no such heading',
      '13 missing.png: no such file',
      '15 missing-reference.md: no such file',
    ]);
  });
});
