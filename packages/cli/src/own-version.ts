import { readFileSync } from 'node:fs';

/** Version of this package. Sources and build lie equally deep, so that one path serves both. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
