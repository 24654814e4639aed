/** The search for bank digits finds them wherever they stand, and nothing that is there by chance. */
import { describe, expect, it } from 'vitest';
import { searchFor } from './digit-search.js';

const number = '80417293650418';
const routing = '256074974';
const key = '3f9a80417b2c4a479d320f6b2a1c7d11';
const find = searchFor(number, routing);

describe('digits of a bank number', () => {
  it.each([
    ...[number, `"${number}"`, `account=${number}&x=1`, `number${number}end-of-a-long-word`, number.slice(4, 9)],
    ...['/v1/bank-accounts/80417', '/payments/by-key/804172', 'account-checking-80417', 'bankAccount_80417.json', 'b=x80417abc'],
    ...[routing, `"routingNumber":"${routing}"`, `/banks/${routing.slice(0, 5)}`, `rt-${routing.slice(4)}-of-a-long-word`],
    ...[
      `${key.slice(0, 20)}/80417`,
      `${number}${key}`,
      `http://localhost:${number}`,
      `3f9a80417-${key}`,
      `world-${key.slice(0, 4)}${number}`,
    ],
  ])('are found in %s', (text) => {
    expect(find(text)).toBeDefined();
  });

  it.each([
    '0418 and 41 7293 and 3f9a-4a47-9d32',
    key,
    '80417b2c-4a47-4d32-8f6b-2a1c7d110f6b',
    'aspire-pay:3f9a80417b2c:baker',
    'http://127.0.0.1:41729/worlds/b80417c2d1e0/v1',
  ])('are not taken for found in %s', (text) => {
    expect(find(text)).toBeUndefined();
  });
});
