/** Where a press leads: into a journey of its own, or on with what is on screen. */
import { describe, expect, it } from 'vitest';
import { isJourney, journeyOf, type Journey } from '../../src/domain/journey.js';
import type { UserEvent } from '../../src/domain/user-events.js';

const beginnings: readonly (readonly [Journey, UserEvent])[] = [
  ['paying', { type: 'payPressed', contractId: 'excavators' }],
  ['paying', { type: 'payAllPressed', currency: 'USD' }],
  ['paying', { type: 'checkingOpened', key: 'key-1' }],
  ['payments', { type: 'viewChosen', view: 'payments' }],
  ['bank-accounts', { type: 'viewChosen', view: 'bank-accounts' }],
  ['signing-in', { type: 'emailSignInPressed' }],
  ['signing-in', { type: 'registerPressed' }],
  ['receipts', { type: 'printPressed' }],
  ['receipts', { type: 'savePressed' }],
];

describe('a journey', () => {
  it.each(beginnings)('%s begins with %o', (journey, event) => {
    expect(journeyOf(event)).toBe(journey);
    expect(isJourney(journey)).toBe(true);
  });

  it.each<UserEvent>([
    { type: 'viewChosen', view: 'contracts' },
    { type: 'searched', q: 'x' },
    { type: 'reviewPressed' },
    { type: 'donePressed' },
  ])('begins with no %o: that goes on with what is on screen', (event) => {
    expect(journeyOf(event)).toBeUndefined();
  });

  it.each(['contracts', '', 'toString'])('is not named "%s"', (name) => {
    expect(isJourney(name)).toBe(false);
  });
});
