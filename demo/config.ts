/**
 * What the demo can be told by its environment: the endpoint's own settings, and what only the demo has.
 */
import { resolve } from 'node:path';
import { readEnvironment, type EndpointEnvironment } from './endpoint/environment.js';

export interface DemoConfig extends EndpointEnvironment {
  /** Adds a payer with 10,000 contracts to the generated portfolio. */
  readonly isLarge: boolean;
  /** Serves the bundle in `dist` instead of building one. */
  readonly skipsBuild: boolean;
}

/** Something the person who started the demo can put right: shown as a sentence, without a stack. */
export class StartError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

const readSwitch = (variables: Variables, name: string): boolean => {
  const text = variables[name] ?? '';
  if (text !== '' && text !== '0' && text !== '1') throw new StartError(`${name} must be 1 or 0`);
  return text === '1';
};

const readSettings = (variables: Variables): EndpointEnvironment => {
  try {
    return readEnvironment(variables);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
};

export const readConfig = (variables: Variables): DemoConfig => {
  const settings = readSettings(variables['PORT'] ? variables : { ...variables, PORT: '8080' });
  return {
    ...settings,
    dataFolder: resolve(settings.dataFolder),
    seedPath: settings.seedPath === undefined ? undefined : resolve(settings.seedPath),
    isLarge: readSwitch(variables, 'ASPIRE_PAY_LARGE'),
    skipsBuild: readSwitch(variables, 'ASPIRE_PAY_SKIP_BUILD'),
  };
};

/** Whether a host name means this machine and nobody else's. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
