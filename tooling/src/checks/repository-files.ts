import { execFileSync } from 'node:child_process';

/**
 * Files that are tracked.
 * @returns paths from the root, sorted; `null` outside of a git checkout
 */
export function repositoryFiles(root: string): readonly string[] | null {
  try {
    const args = ['ls-files', '-z'];
    const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set(output.split('\0').filter(Boolean))].sort();
  } catch {
    return null;
  }
}
