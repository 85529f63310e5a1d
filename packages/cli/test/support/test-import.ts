import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Imported, importJson } from './import-result.ts';
import { type Ran, sameteam } from './sameteam.ts';
import { storedLog, storedQuarantine } from './stored-log.ts';
import { tempFolder } from './temp-folder.ts';

/** A map of one small file of leads; tests replace parts of it. */
export const leadsMap = `sameteam-map: 1
source: csv/test
zone: Europe/Berlin
files:
  leads:
    match: "leads*.csv"
    key: id
    columns: [id, created, email, company, channel]
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: created, format: yyyy-MM-dd }
        data:
          contact: { email: { column: email } }
          company: { name: { column: company } }
          source: { channel: { column: channel } }
`;

/** The header that the map wants. */
export const leadsHeader = 'id,created,email,company,channel\n';

/** Three good leads: a comma in quotes and an empty cell among them. */
export const goodLeads = `${leadsHeader}1,2026-01-02,a@x.example,Acme,email
2,2026-01-03,b@x.example,"Bolt, Inc.",social
3,2026-02-14,c@x.example,Cargo,
`;

/** A folder with a map, files and a database, in which imports are run. */
export interface TestImport {
  readonly cwd: string;
  readonly db: string;
  /** Writes a file. */
  write(name: string, content: string | Uint8Array): void;
  /** Imports files by the map, `leads.csv` by default, and reads the JSON object that is printed. */
  json(files?: readonly string[]): Promise<Imported>;
  /** The same as a person sees it. */
  run(files?: readonly string[], args?: readonly string[]): Promise<Ran>;
  /** Events that count, each as one line. */
  log(): Promise<readonly string[]>;
  quarantine(): Promise<readonly Record<string, unknown>[]>;
}

/**
 * Makes a folder for one test.
 * @param content of `leads.csv`
 */
export function testImport(
  content: string | Uint8Array,
  { map = leadsMap }: { readonly map?: string } = {},
): TestImport {
  const cwd = tempFolder();
  const db = join(cwd, 'leads.duckdb');
  const write = (name: string, text: string | Uint8Array) => writeFileSync(join(cwd, name), text);
  const by = ['--map', 'map.yaml', '--db', 'leads.duckdb'];
  write('map.yaml', map);
  write('leads.csv', content);
  return {
    cwd,
    db,
    write,
    json: (files = ['leads.csv']) => importJson([...files, ...by], { cwd }),
    run: (files = ['leads.csv'], args = []) => sameteam(['import', ...files, ...by, ...args], { cwd }),
    log: () => storedLog(db),
    quarantine: () => storedQuarantine(db),
  };
}
