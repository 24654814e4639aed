/**
 * `npm run test:conformance`: the kit against the reference endpoint, as its command says it; on SQLite, or with `--postgres` on a PostgreSQL
 * server of its own. Further arguments go to the command, such as `--html report.html`. Must not know what is checked.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createPostgresDatabase } from '../demo/endpoint/support/fresh-database.js';
import { startPostgres } from '../support/postgres.js';
import { siteOrigin, startReference } from './support/reference.js';

const onPostgres = '--postgres';
const given = process.argv.slice(2);

interface Place {
  readonly databaseUrl: string | undefined;
  readonly leave: () => Promise<void>;
}

const findPlace = async (): Promise<Place> => {
  if (!given.includes(onPostgres)) return { databaseUrl: undefined, leave: () => Promise.resolve() };
  const server = await startPostgres();
  const database = await createPostgresDatabase(server.url);
  return {
    databaseUrl: database.databaseUrl,
    leave: async () => {
      await database.drop();
      await server.stop();
    },
  };
};

const place = await findPlace();
const reference = await startReference({ databaseUrl: place.databaseUrl });
const sandbox = [reference.url, '--token', 'demo-acme', '--other-token', 'demo-beta', '--write', '--origin', siteOrigin];
const further = given.filter((argument) => argument !== onPostgres);
const child = spawn(process.execPath, ['--import', 'tsx', 'src/conformance/cli.ts', ...sandbox, ...further], {
  cwd: resolve(import.meta.dirname, '../..'),
  stdio: 'inherit',
});
const [code] = (await once(child, 'exit')) as [number | null];
await reference.stop();
await place.leave();
console.log(`\nThat was the reference endpoint on ${place.databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'}.`);
// The embedded server would end the process with 0, whatever came out.
process.exit(code ?? 1);
