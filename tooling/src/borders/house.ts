/** What one package may import from another package of the house. */
export interface Arrow {
  readonly to: string;
  /** Subpaths that may be imported for their values; all exported ones when absent. */
  readonly values?: readonly string[];
  /** Subpaths of which only types may be imported. */
  readonly types?: readonly string[];
}

/** One package of DESIGN.md section 3. */
export interface Room {
  /** Folder under `packages/`. */
  readonly name: string;
  readonly arrows: readonly Arrow[];
  /** Folders under `src/` that may touch files, sockets, databases, the clock and the environment; `'.'` is all of it. */
  readonly effects: readonly string[];
  /** Runs in a page: zod, engines and the server must not be reachable from it, not even through another package. */
  readonly page?: true;
}

const arrows = (...names: readonly string[]): readonly Arrow[] => names.map((to) => ({ to }));

const belowService = ['model', 'stats', 'agreement', 'scoring', 'metrics', 'alignment', 'connectors', 'api'] as const;

/**
 * The list of arrows of DESIGN.md section 3, one entry a package, in the order of its table.
 * A new package or arrow is an entry here and a sentence in `docs/decisions/`.
 */
export const house: readonly Room[] = [
  { name: 'model', arrows: [], effects: [] },
  { name: 'stats', arrows: [], effects: [] },
  { name: 'agreement', arrows: arrows('model'), effects: [] },
  { name: 'scoring', arrows: arrows('model', 'agreement', 'stats'), effects: [] },
  {
    name: 'metrics',
    arrows: arrows('model', 'agreement', 'stats', 'scoring'),
    effects: ['duckdb', 'clickhouse'],
  },
  { name: 'alignment', arrows: arrows('model', 'stats', 'agreement', 'scoring', 'metrics'), effects: [] },
  { name: 'connectors', arrows: arrows('model', 'stats'), effects: [] },
  { name: 'api', arrows: arrows('model', 'agreement'), effects: [] },
  { name: 'service', arrows: arrows(...belowService), effects: [] },
  { name: 'server', arrows: arrows('service'), effects: ['.'] },
  {
    name: 'widgets',
    arrows: [
      { to: 'api', values: ['./client'], types: ['.', './client'] },
      { to: 'alignment', values: ['./gap'], types: ['./gap'] },
    ],
    effects: [],
    page: true,
  },
  // DESIGN lists `mocks -> service` only. The handlers are made of what service takes as arguments (events, an
  // agreement, an engine, requests), so what service stands on is open to mocks as well.
  { name: 'mocks', arrows: arrows('model', 'agreement', 'metrics', 'api', 'service'), effects: [] },
  { name: 'cli', arrows: arrows(...belowService, 'service', 'server', 'widgets', 'mocks'), effects: ['.'] },
];

/** Modules that must not be reachable from a package that runs in a page. */
export const notInPage: readonly RegExp[] = [
  /^zod(\/|$)/,
  /^@duckdb\//,
  /^@clickhouse\//,
  /^chdb(\/|$)/,
  /^hono(\/|$)/,
  /^@hono\//,
  /^node:/,
];

/** Modules that are an effect: files, sockets, processes, databases, the machine. */
export const effectModules: readonly RegExp[] = [
  /^(node:)?(fs|fs\/promises|net|tls|dgram|dns|dns\/promises|http|http2|https|worker_threads|child_process|cluster|os|process|readline|readline\/promises|tty|repl|inspector|perf_hooks)$/,
  /^node:sqlite$/,
  /^@duckdb\//,
  /^@clickhouse\//,
  /^chdb(\/|$)/,
];
