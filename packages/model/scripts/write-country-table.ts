import { writeFileSync } from 'node:fs';
import { countryTableSource } from './country-table.ts';

writeFileSync(new URL('../src/normalize/country-table.ts', import.meta.url), countryTableSource());
