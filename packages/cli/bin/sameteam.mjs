#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old Node and a missing build are told in one sentence.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/bin.js', import.meta.url);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Cannot run on Node ${process.versions.node}: sameteam needs Node 22.18 or newer. Install Node 24 and try again.\n`,
  );
  process.exitCode = 1;
} else if (!existsSync(main)) {
  process.stderr.write(
    'Cannot run: sameteam has not been built. Run `npm run build` in its workspace and try again.\n',
  );
  process.exitCode = 1;
} else {
  await import(main.href);
}
