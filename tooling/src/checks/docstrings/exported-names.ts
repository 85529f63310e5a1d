import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** A name that a module exports. */
export interface ExportedName {
  readonly name: string;
  readonly isType: boolean;
  /** File that declares it, `null` where another package does, and the name that it has there. */
  readonly file: string | null;
  readonly declaredAs: string;
}

/**
 * What a source file exports, with the file that declares it: itself, or the one whose name it passes on.
 * @param file path of a file whose exports are all named
 */
export function exportedNames(file: string): readonly ExportedName[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, importName, moduleRequest, isType }) => {
      const name = exportName.name;
      if (name === null) return [];
      return [{ name, isType, file: originOf(file, moduleRequest?.value), declaredAs: importName.name ?? name }];
    }),
  );
}

function originOf(file: string, specifier: string | undefined): string | null {
  if (specifier === undefined) return file;
  return specifier.startsWith('.') ? join(dirname(file), specifier) : null;
}
