import type { ColumnProfile } from './column-profile.ts';
import type { Role } from './crm-table.ts';
import type { SampledTable } from './sampled-table.ts';

/** A table with the roles of its columns. */
export interface GuessedTable {
  readonly table: SampledTable;
  readonly kind: 'leads' | 'deals';
  /** Its name in the map. */
  readonly id: string;
  /** The CRM whose export it is; `null` when it was read by its words. */
  readonly crm: string | null;
  readonly roles: ReadonlyMap<Role, ColumnProfile>;
  readonly doubts: readonly string[];
}
