import { execFileSync } from 'node:child_process';

/**
 * Files that are tracked, or would be with the next `git add`.
 * @returns paths from the root, sorted; `null` outside of a git checkout
 */
export function repositoryFiles(root: string): readonly string[] | null {
  try {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set(output.split('\0').filter(Boolean))].sort();
  } catch {
    return null;
  }
}
