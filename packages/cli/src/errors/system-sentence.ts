const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `Cannot read ${path}: there is no such file or folder. Check the name.`,
  EACCES: (path) => `Cannot open ${path}: this user may not. Change its permissions, or name another place.`,
  EPERM: (path) => `Cannot change ${path}: this user may not. Change its permissions, or name another place.`,
  EROFS: (path) => `Cannot write ${path}: the disk is read-only. Name another place.`,
  EISDIR: (path) => `Cannot read ${path}: it is a folder. Name a file in it.`,
  ENOTDIR: (path) => `Cannot open ${path}: a part of the path is a file, not a folder. Check the name.`,
  ENOSPC: (path) => `Cannot write ${path}: the disk is full. Make room and try again.`,
  EMFILE: (path) => `Cannot open ${path}: too many files are open. Raise the limit (ulimit -n) and try again.`,
};

/**
 * The sentence for a failure of the operating system.
 * @returns `null` when it is not one, or one that has no better words than its own
 */
export function systemSentence(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
  return sentences[error.code]?.(path) ?? null;
}
