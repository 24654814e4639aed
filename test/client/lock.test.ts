/** Locks that are there, that are not, and that fail: a payment is begun once in each. */
import { describe, expect, it } from 'vitest';
import { tolerant } from '../../src/client/lock.js';
import type { WithLock } from '../../src/client/environment.js';
import { createBrowser } from '../support/environment.js';

const refusing: WithLock = () => Promise.reject(new DOMException('No locks here.', 'SecurityError'));

describe('a lock', () => {
  it('is held by one, and the other is told so', async () => {
    const withLock = tolerant(createBrowser().withLock);
    const both = await withLock('pay', async (isHeld) => [isHeld, await withLock('pay', (second) => Promise.resolve(second))]);
    expect(both).toEqual([true, false]);
  });

  it.each([
    ['are missing', undefined],
    ['are refused', refusing],
  ])('is done without where locks %s', async (_name, withLock) => {
    expect(await tolerant(withLock)('pay', (isHeld) => Promise.resolve(isHeld))).toBe(true);
  });

  it.each([
    ['is there', createBrowser().withLock],
    ['is missing', undefined],
  ])('where it %s: what fails under it fails, and is not begun again', async (_name, withLock) => {
    let begun = 0;
    const work = (): Promise<never> => {
      begun += 1;
      return Promise.reject(new Error('The disk is full.'));
    };
    await expect(tolerant(withLock)('pay', work)).rejects.toThrow('The disk is full.');
    expect(begun).toBe(1);
  });
});
