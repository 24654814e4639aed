/** Answers that prove nothing: cases 10 to 15 and 22 of the fault list. Only the endpoint's own word, by key, makes a payment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type Endpoint } from '../../support/endpoint.js';
import { openSubmitter, prepare, traffic } from '../../support/submitter.js';
import { answerWith, mishaps, rewriteAnswer, type Mishap } from '../../support/wire.js';

const payments = /^\/payments$/;
const json = { 'content-type': 'application/json' };
const problem = { 'content-type': 'application/problem+json' };

const page = '<!doctype html><title>Sign in</title>';

const answers: readonly (readonly [string, () => Response])[] = [
  ['200 with a sign-in page', () => new Response(page, { status: 200, headers: { 'content-type': 'text/html' } })],
  ['201 as plain text', () => new Response('created', { status: 201, headers: { 'content-type': 'text/plain' } })],
  ['201 without a body', () => new Response(null, { status: 201, headers: json })],
  ['201 {}', () => new Response('{}', { status: 201, headers: json })],
  ['201 null', () => new Response('null', { status: 201, headers: json })],
  ['201 []', () => new Response('[]', { status: 201, headers: json })],
  ['201 with bytes that are no text', () => new Response(new Uint8Array([123, 255, 254]), { status: 201, headers: json })],
  ['204', () => new Response(null, { status: 204 })],
  ['404 of a gateway', () => new Response('{"type":"about:blank"}', { status: 404, headers: problem })],
  ['410 of a gateway', () => new Response(page, { status: 410, headers: { 'content-type': 'text/html' } })],
  ['422 of somebody else', () => new Response('{"type":"urn:other:invalid"}', { status: 422, headers: problem })],
  ['500', () => new Response('oops', { status: 500, headers: { 'content-type': 'text/plain' } })],
  [
    'a server error that bears the name of a refusal',
    () => new Response('{"type":"urn:aspire-pay:problem:invalid"}', { status: 502, headers: problem }),
  ],
];

/** A payment of another key, whole and valid: nothing to do with this one. */
const ofAnotherKey = rewriteAnswer((text) => text.replace(/"key":"[^"]+"/, '"key":"11111111-1111-4111-8111-111111111111"'));

describe('an answer that proves nothing', () => {
  let endpoint: Endpoint;
  beforeEach(async () => {
    endpoint = await startEndpoint();
  });
  afterEach(() => endpoint.stop());

  it.each<readonly [string, Mishap]>([
    ...answers.map(([name, make]) => [name, answerWith(make, { afterDelivery: true })] as const),
    ['JSON cut short', rewriteAnswer((text) => text.slice(0, -20))],
    ['JSON without its payments', rewriteAnswer((text) => text.replace(/"payments":\[.*\]/, '"payments":[]'))],
    ['an amount that is no integer', rewriteAnswer((text) => text.replace(/"value":\d+/, '"value":1.005'))],
    ['the payment of another key', ofAnotherKey],
  ])('is followed by a question, which finds the one payment: %s', async (_name, mishap) => {
    const tab = openSubmitter(endpoint);
    tab.wire.next('POST', payments, mishap);
    const outcome = await tab.pay(await prepare(endpoint));

    expect(outcome.kind).toBe('accepted');
    expect(traffic(tab.wire)).toEqual({ posts: 1, asks: 1, voids: 0 });
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it.each(answers)('is never a payment where the endpoint has none: %s', async (_name, make) => {
    const tab = openSubmitter(endpoint);
    tab.wire.always('POST', payments, answerWith(make));
    const payment = await prepare(endpoint);
    const outcome = await tab.pay(payment);

    expect(outcome).toEqual({ kind: 'checking' });
    expect(tab.wire.posts).toBe(3);
    expect(tab.journal.open()).toHaveLength(1);
    expect(await endpoint.payments()).toEqual([]);

    await endpoint.clock.advance(30_000);
    expect(await tab.settle(payment.entry)).toEqual({ kind: 'not-paid' });
    expect(await endpoint.keys()).toEqual(['voided']);
    expect(tab.journal.open()).toEqual([]);
  });

  it('leaves everything open where it also comes to every question', async () => {
    const tab = openSubmitter(endpoint);
    const signInPage = answerWith(() => new Response(page, { status: 200, headers: { 'content-type': 'text/html' } }), {
      afterDelivery: true,
    });
    tab.wire.always('POST', payments, signInPage);
    tab.wire.always('GET', /by-key/, signInPage);
    const outcome = await tab.pay(await prepare(endpoint));

    expect(outcome).toEqual({ kind: 'checking' });
    expect(tab.wire.posts).toBe(1);
    expect(tab.journal.open()).toHaveLength(1);
  });

  it.each([302, 307])('case 15: is a lost sign-in where it is a redirect (%i): the key stays open and nobody follows', async (status) => {
    const tab = openSubmitter(endpoint);
    const elsewhere = { location: 'https://elsewhere.example/sign-in' };
    tab.wire.next(
      'POST',
      payments,
      answerWith(() => new Response(null, { status, headers: elsewhere })),
    );
    const outcome = await tab.pay(await prepare(endpoint));

    expect(outcome).toEqual({ kind: 'signed-out' });
    expect(traffic(tab.wire)).toEqual({ posts: 1, asks: 0, voids: 0 });
    expect(tab.journal.open()).toHaveLength(1);
    expect(await endpoint.keys()).toEqual([]);
  });

  it('to the void, though empty under 204, is not the end of a key: the payment may still be on its way', async () => {
    const page = openSubmitter(endpoint);
    page.wire.always('POST', payments, mishaps.swallow);
    const { entry, body } = await prepare(endpoint);
    expect(await page.pay({ entry, body })).toEqual({ kind: 'checking' });
    const nobody = answerWith(() => new Response(null, { status: 204 }));
    page.wire.next('PUT', /void$/, nobody, nobody);

    expect(await page.settle(entry)).toEqual({ kind: 'not-paid' });
    expect(traffic(page.wire).voids).toBe(3);
    expect(await endpoint.keys()).toEqual(['voided']);
  });
});
