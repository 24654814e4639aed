/** The words of a journey come with it: nothing that is on screen before reads them, and none that it reads itself is missing. */
import { describe, expect, it } from 'vitest';
import { findReach } from '../support/used-messages.js';

describe('the parts of English', () => {
  it('hold whatever is read by the code they come with', () => {
    const entries = ['paying', 'payments', 'bank-accounts', 'signing-in', 'receipts'].map((name) => `src/journeys/${name}.ts`);
    const reach = findReach('src/define.ts', entries);
    const withWords = (...parts: string[]) => ({ parts: expect.arrayContaining(parts) as unknown, missing: [] });
    expect(reach).toEqual({
      'src/define.ts': { parts: ['first'], missing: [] },
      'src/journeys/paying.ts': withWords('first', 'shared', 'paying'),
      'src/journeys/payments.ts': withWords('first', 'shared', 'payments'),
      'src/journeys/bank-accounts.ts': withWords('first', 'shared', 'bank-accounts'),
      'src/journeys/signing-in.ts': withWords('first', 'shared', 'signing-in'),
      'src/journeys/receipts.ts': withWords('first', 'shared'),
    });
  });
});
