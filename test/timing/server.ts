/**
 * The real endpoint over HTTP with its limits, its mail and one person registered, in a process of its own: what it still does after an
 * answer must not be on the stopwatch by sharing one. `node --import tsx test/timing/server.ts sqlite|postgres`; ends with its input.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createMailbox } from '../../demo/back-office/mailbox.js';
import { createEndpoint, type EndpointDeps } from '../../demo/endpoint/app.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import { scaleRateLimits, usualRateLimits } from '../../demo/endpoint/rate-limits.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { openStore, type Dialect } from '../../demo/endpoint/store/open.js';
import { register } from '../../demo/endpoint/store/people.js';
import { write } from '../../demo/endpoint/store/transactions.js';
import { createPostgresDatabase, createSqliteDatabase } from '../demo/endpoint/support/fresh-database.js';
import { buildPortfolio, payers } from '../support/portfolio.js';
import { startPostgres } from '../support/postgres.js';
import { endpointDeps } from '../support/endpoint-deps.js';

const openDatabase = async (database: Dialect) => {
  const server = database === 'postgres' ? await startPostgres() : undefined;
  const place = server ? await createPostgresDatabase(server.url) : createSqliteDatabase();
  const drop = async (): Promise<void> => {
    await place.drop();
    await server?.stop();
  };
  return { store: await openStore({ dataFolder: place.dataFolder, databaseUrl: place.databaseUrl }), drop };
};

const registerGuarantor = (deps: EndpointDeps): Promise<string> => {
  const person = { email: 'otto@lind.example', address: 'otto@lind.example', firstName: 'Otto', lastName: 'Lind' };
  const registeredAt = deps.now().toISOString();
  return write(deps.store, (trx) => register(trx, { ...person, id: 'person_otto', payerId: payers.guarantor, registeredAt }));
};

const start = async (database: Dialect): Promise<void> => {
  const { store, drop } = await openDatabase(database);
  const deps = endpointDeps(store, {
    // Counted, and never reached.
    rateLimits: scaleRateLimits(usualRateLimits, 1_000_000),
    mail: createMailbox().send,
  });
  const portfolio = buildPortfolio(new Date().toISOString().slice(0, 10));
  const lender = { ...portfolio.lender, features: { enrollment: true } };
  await seedPortfolio(store, parsePortfolio({ ...portfolio, lender }), deps);
  await registerGuarantor(deps);
  const { app } = createEndpoint(deps);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(`Endpoint ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  process.stdin.resume();
  await once(process.stdin, 'end');
  server.closeAllConnections();
  server.close();
  await store.close();
  await drop();
};

await start(process.argv[2] === 'postgres' ? 'postgres' : 'sqlite');
