/** Options of `sameteam import`, as the command line gives them. */
export interface ImportOptions {
  readonly db: string;
  readonly map?: string;
  readonly guess?: boolean;
  /** Id of the import to take back. */
  readonly undo?: string;
  readonly dryRun?: boolean;
  readonly agreement?: string;
  readonly json?: boolean;
}
