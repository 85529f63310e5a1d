/** Files that a signature can lie beside. Programs are run only where they are named. */
const documents = ['.yaml', '.yml', '.json'];

/** Documents of a folder with signature files beside them, by their names. */
export function signedDocuments(names: ReadonlySet<string>): readonly string[] {
  const stems = new Set([...names].flatMap((name) => /^(.+)\.v\d+\.[^/]+\.sig\.json$/.exec(name)?.[1] ?? []));
  return [...stems].flatMap((stem) => documents.map((end) => stem + end).filter((name) => names.has(name))).sort();
}
