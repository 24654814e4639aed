/**
 * Texts that somebody could send: any JSON in the API's own words, any characters, and those known to have broken parsers.
 */
import fc from 'fast-check';

const names = [
  ...['id', 'items', 'nextCursor', 'asOf', 'payer', 'lender', 'features', 'limits', 'calendar', 'theme', 'amount', 'value', 'currency'],
  ...['contractId', 'contractVersion', 'date', 'accountId', 'locale', 'authorization', 'sha256', 'acceptedAt', 'idempotencyKey'],
  ...['invoices', 'charges', 'totals', 'pastDue', 'due', 'open', 'inFlight', 'status', 'type', 'title', 'detail', 'errors', 'pointer'],
  ...['routingNumber', 'accountNumber', 'holderType', 'holderName', 'token', 'key', 'payments', 'v', 'contracts', 'pressedAt'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'then', 'length', 'toJSON', ''],
];

const leaves = [
  ...['2026-11-23', '2026-02-30', '0000-00-00', '2026-11-23T15:00:00Z', 'USD', 'usd', 'en-US', 'pending', 'open', 'checking', 'business'],
  ...['7f3c2041-88aa-4b1e-9d55-0123456789ab', '083914061', '483920175566', 'urn:aspire-pay:problem:invalid', '\0', '\u202e', '\ud800'],
];

const numbers = ['1e400', '-1e400', '-0', '9007199254740993', '1.005', '1e-400', '1e15', '-1', '0', '12345678901234567890', '1E+5'];

const nested = (depth: number): string[] => [
  '['.repeat(depth) + ']'.repeat(depth),
  '['.repeat(depth),
  '{"items":'.repeat(depth) + '1' + '}'.repeat(depth),
  `{"authorization":${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}}`,
];

/** Known by name, tried every time. */
export const nastyTexts: readonly string[] = [
  ...numbers,
  ...numbers.map((number) => `{"amount":{"value":${number},"currency":"USD"}}`),
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"items":[{"__proto__":{"polluted":1}}],"__proto__":null}',
  '{"toString":1,"valueOf":2,"then":3,"length":-1,"toJSON":4}',
  '{"length":{"toString":1,"valueOf":2}}',
  ...['', ' ', 'null', '[]', '{}', '""', 'true', 'undefined', 'NaN', '\ufeff{}', '{"a":1,"a":2}', '"\\ud800"', '"\\u0000"'],
  ...[100, 10_000].flatMap(nested),
  '['.repeat(500_000) + ']'.repeat(500_000),
  `"${'a'.repeat(500_000)}"`,
  '"'.repeat(100_000),
  '\\"'.repeat(100_000),
  ' '.repeat(500_000),
  '-'.repeat(100_000),
  '1'.repeat(100_000),
  'a-'.repeat(100_000),
  `${'1,'.repeat(100_000)}1`,
  `[${'1,'.repeat(200_000)}1]`,
  `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}`,
];

const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom(...numbers),
    fc.constantFrom(...leaves).map((text) => JSON.stringify(text)),
    fc.json({ maxDepth: 2 }),
    fc.array(tie('json'), { maxLength: 5 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie('json')), { maxLength: 8 })
      .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`),
  ),
}));

/** Longer than the element or the endpoint reads at all: for whoever stands at the wire. */
export const hugeTexts: readonly string[] = nested(1_000_000);

const cut = fc.tuple(json, fc.nat(100)).map(([text, percent]) => text.slice(0, Math.ceil((text.length * percent) / 100)));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: json },
  { weight: 2, arbitrary: cut },
  { weight: 1, arbitrary: fc.constantFrom(...leaves) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...Array.from(' \t"\\{}[]:,.-+eE0123456789$€,’٫٬ UTCZ/:@?#%&=;')), maxLength: 60 }),
  },
);
