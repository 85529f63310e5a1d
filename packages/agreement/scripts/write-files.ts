import { writeFileSync } from 'node:fs';
import { generatedFiles } from '../src/json-schema/generated-files.ts';

// Run by `npm run generate`: writes what is published beside the code and made from it.
for (const { path, text } of generatedFiles()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
