/** Nothing is translated for nobody: each message of English is read somewhere in the sources. */
import { describe, expect, it } from 'vitest';
import { findUnusedMessages } from '../support/used-messages.js';

describe('a message', () => {
  it('that nothing shows is none', { timeout: 120_000 }, () => {
    const { all, unused } = findUnusedMessages();
    expect(all).toBeGreaterThan(200);
    expect(unused).toEqual([]);
  });
});
