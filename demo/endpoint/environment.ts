/**
 * The endpoint's settings from environment variables, with a clear sentence for what can't be used.
 */

export interface EndpointEnvironment {
  readonly port: number;
  readonly host: string;
  /** Where the SQLite file and the demo's keys lie. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly seedPath: string | undefined;
  readonly origins: readonly string[];
  readonly scheduleSeconds: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const readNumber = (variables: Variables, name: string, usual: number, most: number): number => {
  const text = variables[name];
  if (text === undefined || text === '') return usual;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new Error(`${name} must be a whole number up to ${most}`);
  return Number(text);
};

const readOrigin = (text: string): string => {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new Error(`ASPIRE_PAY_ORIGINS: ${text} is not an origin such as https://www.example.com`);
  }
  return text;
};

const nonEmpty = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

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
});
