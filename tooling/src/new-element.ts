// `npm run new:element -- st-goal`
import { generateElement } from './generate/generate-element.ts';
import { runGenerator } from './generate/run-generator.ts';

runGenerator(generateElement, 'Name the element: npm run new:element -- st-goal');
