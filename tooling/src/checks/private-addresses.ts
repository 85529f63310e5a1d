/** A place in a file that names a machine. */
export interface PrivateAddress {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly found: string;
}

const publicRegistry = 'registry.npmjs.org';
const homeFolder =
  /(?<![\w.@$}~/-])(?:\/home\/[a-z][\w.-]*|\/Users\/[A-Za-z][\w.-]*|\/root)\/[\w.-]+|[A-Z]:\\+Users\\+[\w.-]+/g;

/**
 * Paths of somebody's machine and hosts of a private registry, which must not be published.
 * @param own strings that name this machine: the folder of the checkout, the host of its registry
 * @example findPrivateAddresses('notes.md', 'see /home/dana/work', []) // [{ file: 'notes.md', line: 1, found: '/home/dana/work' }]
 */
export function findPrivateAddresses(file: string, text: string, own: readonly string[]): readonly PrivateAddress[] {
  const isLock = /(^|\/)package-lock\.json$/.test(file);
  return text.split('\n').flatMap((line, index) => {
    const found = [...line.matchAll(homeFolder)].map((it) => it[0]);
    for (const name of own) if (names(line, name)) found.push(name);
    const host = isLock ? /"resolved":\s*"https?:\/\/([^/"]+)/.exec(line)?.[1] : undefined;
    if (host !== undefined && host !== publicRegistry) found.push(host);
    return found.map((it) => ({ file, line: index + 1, found: it }));
  });
}

/** Whether a line holds a name that does not go on to the left: `/srv/x/` is not in `lib/srv/x/`. */
function names(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at !== -1; at = line.indexOf(name, at + 1)) {
    if (!/[\w.@~}-]/.test(line[at - 1] ?? ' ')) return true;
  }
  return false;
}
