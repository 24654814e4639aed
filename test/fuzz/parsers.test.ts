/**
 * Any JSON and any text to everything that reads: no throw, no hang, no prototype changed. `npm run test:fuzz` does more of the same.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPolluted, parsers } from './parsers.js';
import { anyRequest, startFuzzedEndpoint, type FuzzedEndpoint } from './requests.js';
import { anyText, hugeTexts, nastyTexts } from './texts.js';

/** Far above the bar of the command: here other tests run beside it, and only a hang is meant. */
const hangMs = 5_000;

it('every schema, and everything else that reads, is fuzzed', () => {
  expect(parsers.length).toBeGreaterThan(40);
  expect(new Set(parsers.map(({ name }) => name)).size).toBe(parsers.length);
});

describe('whatever reads', () => {
  it('reads or refuses what is known to break parsers, and takes no time for it', async () => {
    for (const text of nastyTexts) {
      for (const { name, parse } of parsers) {
        const start = process.cpuUsage();
        await parse(text);
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1_000, `${name}: ${text.slice(0, 40)}`).toBeLessThan(hangMs);
      }
    }
    expect(isPolluted()).toBe(false);
  }, 120_000);

  it.each(parsers.map((parser) => [parser.name, parser] as const))('reads or refuses anything: %s', async (_name, { parse }) => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await parse(text);
      }),
      { numRuns: 100 },
    );
    expect(isPolluted()).toBe(false);
  });

  it('at the wire stops at its limit, however deep it goes on', async () => {
    const atTheWire = parsers.filter(({ name }) => name === 'an answer' || name === 'a problem');
    expect(atTheWire).toHaveLength(2);
    for (const text of hugeTexts) for (const { parse } of atTheWire) expect(await parse(text)).toMatchObject({ kind: 'unknown' });
  });
});

describe('the endpoint', () => {
  let endpoint: FuzzedEndpoint;
  beforeAll(async () => {
    endpoint = await startFuzzedEndpoint();
  });
  afterAll(() => endpoint.close());

  it('answers any request, and refuses by a problem', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, (request) => endpoint.ask(request)),
      { numRuns: 500 },
    );
    expect(isPolluted()).toBe(false);
  }, 120_000);

  it('answers what is known to break parsers, in every body', async () => {
    const headers = {
      authorization: 'Bearer demo-acme',
      'content-type': 'application/json',
      'idempotency-key': '7f3c2041-88aa-4b1e-9d55-0123456789ab',
    };
    for (const body of [...nastyTexts, ...hugeTexts]) {
      for (const path of ['/payments', '/payments/preview', '/bank-accounts']) await endpoint.ask({ method: 'POST', path, headers, body });
    }
  }, 120_000);
});
