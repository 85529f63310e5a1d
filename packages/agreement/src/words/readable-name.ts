import { shownText } from './shown-text.ts';

const acronyms: ReadonlySet<string> = new Set(
  'abm ae amer apac arr bdr cac ceo cfo cmo coo crm cro csm dach emea ldr latam mqa mql pql sal sdr sla smb sql vp'.split(
    ' ',
  ),
);

/**
 * A name of an agreement as people read it: underscores are spaces, usual acronyms stand in capitals.
 * @example readableName('mql_to_sal_rate') // 'MQL to SAL rate'
 */
export function readableName(name: string): string {
  return shownText(name)
    .split('_')
    .filter((word) => word !== '')
    .map((word) => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : word))
    .join(' ');
}
