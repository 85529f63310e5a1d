import { openClickHouseEngine } from '@sameteam/metrics/clickhouse';
import { afterEach, describe } from 'vitest';
import { keepsVersions } from '../support/keeps-versions.ts';
import { chdbClient } from './support/chdb-client.ts';

describe('the versions of the agreement in a database of ClickHouse', () => {
  const databases: string[] = [];

  afterEach(async () => {
    for (const name of databases.splice(0)) await chdbClient().command({ query: `DROP DATABASE IF EXISTS ${name}` });
  });

  let made = 0;
  keepsVersions(() => {
    const database = `versions_${process.pid}_${++made}`;
    databases.push(database);
    return (judging) => openClickHouseEngine({ client: chdbClient(), database, ...judging });
  });
});
