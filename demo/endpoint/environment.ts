/**
 * The endpoint's settings from environment variables, with a clear sentence for what can't be used.
 */
import { scaleRateLimits, usualRateLimits, type RateLimits } from './rate-limits.js';

export interface EndpointEnvironment {
  readonly port: number;
  readonly host: string;
  /** Where the SQLite file and the demo's keys lie. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly seedPath: string | undefined;
  readonly origins: readonly string[];
  readonly scheduleSeconds: number;
  readonly rateLimits: RateLimits | 'none';
  readonly trustedProxies: number;
  readonly cookieName: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const readNumber = (variables: Variables, name: string, usual: number, most: number): number => {
  const text = variables[name];
  if (text === undefined || text === '') return usual;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new Error(`${name} must be a whole number up to ${most}`);
  return Number(text);
};

const nonEmpty = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

const readRateLimits = (variables: Variables): RateLimits | 'none' => {
  const factor = readNumber(variables, 'ASPIRE_PAY_RATE_FACTOR', 1, 1_000_000);
  return factor === 0 ? 'none' : scaleRateLimits(usualRateLimits, factor);
};

/** A name as cookies may have one. */
const readCookieName = (variables: Variables): string | undefined => {
  const text = nonEmpty(variables['ASPIRE_PAY_COOKIE']);
  if (text !== undefined && !/^[\w!#$%&'*.^`|~+-]+$/.test(text)) throw new Error('ASPIRE_PAY_COOKIE must be the name of a cookie');
  return text;
};

const readOrigin = (text: string): string => {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new Error(`ASPIRE_PAY_ORIGINS: ${text} is not an origin such as https://www.example.com`);
  }
  return text;
};

export const readEnvironment = (variables: Variables): EndpointEnvironment => ({
  port: readNumber(variables, 'PORT', 8787, 65_535),
  host: nonEmpty(variables['HOST']) ?? '127.0.0.1',
  dataFolder: nonEmpty(variables['ASPIRE_PAY_DATA']) ?? '.data',
  databaseUrl: nonEmpty(variables['DATABASE_URL']),
  seedPath: nonEmpty(variables['ASPIRE_PAY_SEED']),
  origins: (variables['ASPIRE_PAY_ORIGINS'] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(readOrigin),
  scheduleSeconds: readNumber(variables, 'ASPIRE_PAY_SCHEDULE_S', 5, 86_400),
  rateLimits: readRateLimits(variables),
  trustedProxies: readNumber(variables, 'ASPIRE_PAY_TRUSTED_PROXIES', 0, 9),
  cookieName: readCookieName(variables),
});
