import type { ColumnProfile } from './column-profile.ts';
import { bareHeading, type CrmTable, type Role } from './crm-table.ts';
import type { GuessedTable } from './guessed-table.ts';
import { hubspot } from './hubspot.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import type { SampledTable } from './sampled-table.ts';

/** Roles whose column must hold times, else the heading means something else. */
const timeRoles: ReadonlySet<Role> = new Set([
  'captured',
  'qualified',
  'accepted',
  'salesQualified',
  'opened',
  'won',
  'lost',
  'closed',
  'changed',
  'expectedClose',
]);

/** Every preset, the telling ones first: only Pipedrive names the entity in each heading. */
const presets: readonly CrmTable[] = [...pipedrive, ...hubspot, ...salesforce];

/** The preset that a table is an export of; `null` when none fits. */
export function matchPreset(table: SampledTable): GuessedTable | null {
  const byBare = new Map(table.columns.map((column) => [bareHeading(column.heading), column]));
  const has = (heading: string): boolean => byBare.has(bareHeading(heading));
  const fitting = presets.filter(({ signs }) => signs.every((group) => group.some(has)));
  const scored = fitting.map((preset) => ({ preset, roles: rolesOf(preset, byBare) }));
  const [best] = scored.sort((left, right) => right.roles.size - left.roles.size);
  if (best === undefined || !best.roles.has('key') || best.roles.size < 3) return null;
  const { preset, roles } = best;
  return { table, kind: preset.kind, id: preset.name, crm: preset.crm, roles, doubts: [] };
}

function rolesOf(preset: CrmTable, byBare: ReadonlyMap<string, ColumnProfile>): ReadonlyMap<Role, ColumnProfile> {
  const entries = Object.entries(preset.roles) as [Role, readonly string[]][];
  return new Map(
    entries.flatMap(([role, headings]) => {
      const column = headings
        .map((heading) => byBare.get(bareHeading(heading)))
        .find((found) => found !== undefined && isFit(role, found));
      return column === undefined ? [] : [[role, column] as const];
    }),
  );
}

function isFit(role: Role, column: ColumnProfile): boolean {
  if (column.kind === 'empty') return false;
  if (timeRoles.has(role)) return column.kind === 'time';
  if (role === 'employees') return column.kind === 'integer' || column.kind === 'boolean';
  return role !== 'amount' || ['integer', 'number', 'boolean'].includes(column.kind);
}
