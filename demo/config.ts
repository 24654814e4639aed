/**
 * What the demo can be told by its environment, read once and checked.
 * Knows nothing of what it is used for.
 */
import { resolve } from 'node:path';

export interface DemoConfig {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** A stranger's portfolio file instead of the generated one. */
  readonly seedFile: string | undefined;
  readonly isLarge: boolean;
  readonly scheduleSeconds: number;
  readonly origins: readonly string[];
  readonly skipBuild: boolean;
}

/** Something the person who started the demo can put right: shown as a sentence, without a stack. */
export class StartError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as one that isn't set. */
const read = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

const readNumber = (environment: Environment, name: string, fallback: number, largest: number): number => {
  const text = read(environment, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > largest)
    throw new StartError(`${name} must be a number from 0 to ${largest}; it is "${text}".`);
  return value;
};

const readPort = (environment: Environment): number => {
  const port = readNumber(environment, 'PORT', 8080, 65_535);
  if (!Number.isInteger(port)) throw new StartError(`PORT must be a whole number; it is "${port}".`);
  return port;
};

const readSwitch = (environment: Environment, name: string): boolean => {
  const text = read(environment, name);
  if (text !== undefined && text !== '0' && text !== '1') throw new StartError(`${name} must be 1 or 0; it is "${text}".`);
  return text === '1';
};

const readOrigins = (environment: Environment): string[] =>
  (read(environment, 'ASPIRE_PAY_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');

export const readConfig = (environment: Environment): DemoConfig => {
  const seedFile = read(environment, 'ASPIRE_PAY_SEED');
  return {
    port: readPort(environment),
    host: read(environment, 'HOST') ?? '127.0.0.1',
    dataFolder: resolve(read(environment, 'ASPIRE_PAY_DATA') ?? '.data'),
    databaseUrl: read(environment, 'DATABASE_URL'),
    seedFile: seedFile === undefined ? undefined : resolve(seedFile),
    isLarge: readSwitch(environment, 'ASPIRE_PAY_LARGE'),
    scheduleSeconds: readNumber(environment, 'ASPIRE_PAY_SCHEDULE_S', 5, 86_400),
    origins: readOrigins(environment),
    skipBuild: readSwitch(environment, 'ASPIRE_PAY_SKIP_BUILD'),
  };
};

/** Whether a host name means this machine and nobody else's. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
