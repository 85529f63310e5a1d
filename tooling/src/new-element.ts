// `npm run new:element -- st-goal`
import { dirname } from 'node:path';
import { generateElement } from './generate/generate-element.ts';
import { runGenerator } from './generate/run-generator.ts';

const help = `Writes the folder of an element to packages/widgets/src, and enters it in the package: its class, registration, data,
styles and tests. It begins as one metric with what it is taken from. A tag is st- and words in small letters.`;

process.exitCode = runGenerator(
  {
    generate: generateElement,
    example: 'npm run new:element -- st-goal',
    help,
    testCommand: ([first = '']) => `npx vitest run --project=browser ${dirname(first)}`,
  },
  { args: process.argv.slice(2) },
);
