/**
 * Fills an empty store once: with the portfolio generated for the day, or with a stranger's file. What is there is never replaced.
 * Keeps a note beside it of when and from what, and of the payers' tokens, of which the store has only hashes.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { PlainDate } from '../src/api/index.js';
import { StartError, type DemoConfig } from './config.js';
import type { EndpointDeps } from './endpoint/app.js';
import { tokenOf } from './endpoint/portfolio-checks.js';
import { parsePortfolio, readPortfolioFile } from './endpoint/portfolio-file.js';
import type { Portfolio } from './endpoint/portfolio.js';
import { seedPortfolio } from './endpoint/seed.js';
import type { Store } from './endpoint/store/open.js';
import { localTime } from './endpoint/zone.js';
import { buildLargePortfolio, buildPortfolio } from './portfolio/build-portfolio.js';
import { demoTimeZone } from './portfolio/lender.js';

const DemoPayer = z.object({ id: z.string(), name: z.string(), person: z.string(), token: z.string() });
/** Who can be signed in on the demo's site. */
export type DemoPayer = z.infer<typeof DemoPayer>;

const SeedNote = z.object({ seededOn: PlainDate, source: z.string(), payers: z.array(DemoPayer) });
type SeedNote = z.infer<typeof SeedNote>;

export interface Seeded {
  readonly payers: readonly DemoPayer[];
  /** Sentences for the person who started the demo. */
  readonly notes: readonly string[];
}

const nameSource = ({ seedPath, isLarge }: DemoConfig): string =>
  seedPath ?? (isLarge ? 'the large generated portfolio' : 'the generated portfolio');

const notePath = ({ dataFolder }: DemoConfig): string => join(dataFolder, 'demo-seed.json');

/** Written aside and moved into place: it is there whole or not at all. */
const writeNote = (config: DemoConfig, note: SeedNote): void => {
  const aside = `${notePath(config)}.${process.pid}`;
  // With PostgreSQL and keys from the environment nothing else has made the folder.
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(aside, JSON.stringify(note, null, 2), { mode: 0o600 });
  renameSync(aside, notePath(config));
};

const readNote = (config: DemoConfig): SeedNote | undefined => {
  if (!existsSync(notePath(config))) return undefined;
  try {
    return SeedNote.parse(JSON.parse(readFileSync(notePath(config), 'utf8')));
  } catch {
    throw new StartError(`${notePath(config)} can't be read. Delete that file; what was paid stays.`);
  }
};

const loadPortfolio = async ({ seedPath, isLarge }: DemoConfig, today: PlainDate): Promise<Portfolio> => {
  if (seedPath === undefined) return parsePortfolio(isLarge ? buildLargePortfolio(today) : buildPortfolio(today));
  try {
    return await readPortfolioFile(seedPath);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
};

const listPayers = (portfolio: Portfolio): DemoPayer[] =>
  portfolio.payers.map((payer) => ({ id: payer.id, name: payer.name, person: payer.contact.name, token: tokenOf(payer) }));

/** Where the note is gone, payers are offered with the token a portfolio gives them by default. */
const findPayers = async ({ db }: Store): Promise<DemoPayer[]> => {
  const rows = await db.selectFrom('payers').select(['id', 'name', 'contact_name']).orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, name: row.name, person: row.contact_name, token: tokenOf({ id: row.id }) }));
};

const describeKept = (config: DemoConfig, note: SeedNote, today: PlainDate): string[] => {
  const place = config.databaseUrl === undefined ? `delete ${config.dataFolder}` : `empty the database and delete ${notePath(config)}`;
  if (note.source !== nameSource(config))
    return [`The data kept here is ${note.source}, loaded on ${note.seededOn}. To load another, ${place}.`];
  const isDated = config.seedPath === undefined && note.seededOn !== today;
  return isDated
    ? [`The invoices are dated around ${note.seededOn}, the day of the first start. For today's dates, ${place}; payments go with it.`]
    : [];
};

export const seedOnce = async (
  config: DemoConfig,
  deps: Pick<EndpointDeps, 'store' | 'sealingKey' | 'random' | 'now'>,
): Promise<Seeded> => {
  const today = localTime(deps.now(), demoTimeZone).date;
  const lender = await deps.store.db.selectFrom('lenders').select('id').executeTakeFirst();
  if (lender !== undefined) {
    const note = readNote(config);
    return note ? { payers: note.payers, notes: describeKept(config, note, today) } : { payers: await findPayers(deps.store), notes: [] };
  }
  const portfolio = await loadPortfolio(config, today);
  const payers = listPayers(portfolio);
  // Before the portfolio, so that a crash between the two leaves no payer without a token.
  writeNote(config, { seededOn: today, source: nameSource(config), payers });
  await seedPortfolio(deps.store, portfolio, deps);
  return { payers, notes: [] };
};
