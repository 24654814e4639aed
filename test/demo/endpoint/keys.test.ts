/**
 * The endpoint's secret keys: made once, read by everybody after, for their owner's eyes only.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadKeys, requireKeyLengths } from '../../../demo/endpoint/keys.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'aspire-pay-keys-')), 'data');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

it('are random, different, kept in a file only its owner can read, and the same at the next start', () => {
  const keys = loadKeys(folder);
  expect(keys.sealingKey).toHaveLength(32);
  expect(keys.authorizationKey).toHaveLength(32);
  expect(keys.sealingKey).not.toEqual(keys.authorizationKey);
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['keys.json']);
  expect(loadKeys(folder)).toEqual(keys);
});

it('come from the environment where it names them, without a file', () => {
  vi.stubEnv('ASPIRE_PAY_SEALING_KEY', 'ab'.repeat(32));
  vi.stubEnv('ASPIRE_PAY_AUTHORIZATION_KEY', 'CD'.repeat(32));
  const keys = loadKeys(folder);
  expect(Buffer.from(keys.sealingKey).toString('hex')).toBe('ab'.repeat(32));
  expect(Buffer.from(keys.authorizationKey).toString('hex')).toBe('cd'.repeat(32));
  expect(existsSync(folder)).toBe(false);
});

it('are refused where they are none, without being repeated', () => {
  vi.stubEnv('ASPIRE_PAY_SEALING_KEY', 'a short secret');
  expect(() => loadKeys(folder)).toThrow('ASPIRE_PAY_SEALING_KEY must be 32 bytes as 64 hexadecimal digits');
});

it('in a file that others can read are refused: they are no longer secret', () => {
  loadKeys(folder);
  for (const mode of [0o640, 0o604]) {
    chmodSync(join(folder, 'keys.json'), mode);
    expect(() => loadKeys(folder)).toThrow(/keys\.json can be read by others than its owner\. Change that \(chmod 600\)/);
  }
  chmodSync(join(folder, 'keys.json'), 0o400);
  expect(loadKeys(folder).sealingKey).toHaveLength(32);
});

it.each([0, 16, 31, 33, 64])('of %i bytes are refused by the endpoint, and not repeated', (length) => {
  const right = new Uint8Array(32);
  const wrong = new Uint8Array(length).fill(7);
  expect(() => requireKeyLengths({ sealingKey: wrong, authorizationKey: right })).toThrow('sealingKey must be 32 bytes');
  expect(() => requireKeyLengths({ sealingKey: right, authorizationKey: wrong })).toThrow('authorizationKey must be 32 bytes');
});

it('in a broken file are never replaced in silence: what they sealed would be lost', () => {
  loadKeys(folder);
  for (const [content, message] of [
    ['{', /keys\.json is not JSON/],
    ['{"sealingKey":"00"}', /keys\.json does not hold the two keys/],
  ] as const) {
    writeFileSync(join(folder, 'keys.json'), content);
    expect(() => loadKeys(folder)).toThrow(message);
  }
});
