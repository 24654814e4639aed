/**
 * Ids and references a person may have to read out.
 */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Id } from '../../../src/api/index.js';
import { newId, newReference, newVersion } from '../../../demo/endpoint/ids.js';

const random = (bytes: number): Uint8Array => randomBytes(bytes);

it('are ids of the API, and a thousand of them differ', () => {
  const made = Array.from({ length: 1_000 }, () => [newId(random, 'pay'), newVersion(random), newReference(random)] as const);
  for (const [id] of made) expect(Id.safeParse(id).success).toBe(true);
  for (const place of [0, 1, 2] as const) expect(new Set(made.map((row) => row[place])).size).toBe(1_000);
});

it('have references of letters only, whatever the dice say: nothing that could be part of an account number', () => {
  for (const byte of [0, 19, 239, 240, 255]) {
    expect(newReference((bytes) => new Uint8Array(bytes).fill(byte))).toMatch(/^AP-[B-DF-HJ-NP-TV-Z]{4}-[A-Z]{4}-[A-Z]{4}$/);
  }
});
