/**
 * The endpoint's secret keys: from the environment, else made once and kept in a file only its owner can read (for the demo).
 */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

export interface Keys {
  readonly sealingKey: Uint8Array;
  readonly authorizationKey: Uint8Array;
}

const keyLength = 32;
const HexKey = z.string().check(z.regex(/^[0-9a-f]{64}$/i));
const KeyFile = z.object({ sealingKey: HexKey, authorizationKey: HexKey });

/** Any other length would still seal, with less than it promises. */
export const requireKeyLengths = (keys: Keys): void => {
  for (const name of ['sealingKey', 'authorizationKey'] as const) {
    if (keys[name].length !== keyLength) throw new Error(`${name} must be ${keyLength} bytes`);
  }
};

const readEnvironment = (name: string): Uint8Array | undefined => {
  const value = process.env[name];
  if (value === undefined || value === '') return undefined;
  if (!HexKey.safeParse(value).success) throw new Error(`${name} must be ${keyLength} bytes as ${keyLength * 2} hexadecimal digits`);
  return Buffer.from(value, 'hex');
};

/** Written aside and linked into place: of two processes that start at once, both read the keys of the first. */
const makeKeyFile = (dataFolder: string, path: string): void => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const keys = { sealingKey: randomBytes(keyLength).toString('hex'), authorizationKey: randomBytes(keyLength).toString('hex') };
  writeFileSync(aside, JSON.stringify(keys), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside);
  }
};

/** Windows has no such bits. */
const requirePrivate = (path: string): void => {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  throw new Error(`${path} can be read by others than its owner. Change that (chmod 600), and think of its keys as known.`);
};

const readKeyFile = (dataFolder: string): Keys => {
  const path = join(dataFolder, 'keys.json');
  if (!existsSync(path)) makeKeyFile(dataFolder, path);
  requirePrivate(path);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is not JSON`);
  }
  const keys = KeyFile.safeParse(content);
  if (!keys.success) throw new Error(`${path} does not hold the two keys`);
  return { sealingKey: Buffer.from(keys.data.sealingKey, 'hex'), authorizationKey: Buffer.from(keys.data.authorizationKey, 'hex') };
};

/** Keys from ASPIRE_PAY_SEALING_KEY and ASPIRE_PAY_AUTHORIZATION_KEY (64 hexadecimal digits each), else from `keys.json` in the folder. */
export const loadKeys = (dataFolder: string): Keys => {
  const sealingKey = readEnvironment('ASPIRE_PAY_SEALING_KEY');
  const authorizationKey = readEnvironment('ASPIRE_PAY_AUTHORIZATION_KEY');
  if (sealingKey !== undefined && authorizationKey !== undefined) return { sealingKey, authorizationKey };
  const file = readKeyFile(dataFolder);
  return { sealingKey: sealingKey ?? file.sealingKey, authorizationKey: authorizationKey ?? file.authorizationKey };
};
