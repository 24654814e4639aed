/**
 * Settings from environment variables.
 */
import { expect, it } from 'vitest';
import { readEnvironment } from '../../../demo/endpoint/environment.js';
import { scaleRateLimits, usualRateLimits } from '../../../demo/endpoint/rate-limits.js';

it('has a sensible value for everything', () => {
  expect(readEnvironment({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    dataFolder: '.data',
    databaseUrl: undefined,
    seedPath: undefined,
    origins: [],
    scheduleSeconds: 5,
    rateLimits: usualRateLimits,
    trustedProxies: 0,
    cookieName: undefined,
  });
  expect(readEnvironment({ PORT: '', HOST: '', ASPIRE_PAY_DATA: '', DATABASE_URL: '' })).toEqual(readEnvironment({}));
});

it('takes what is named', () => {
  expect(
    readEnvironment({
      PORT: '0',
      HOST: '::1',
      ASPIRE_PAY_DATA: '/data',
      DATABASE_URL: 'postgres://db',
      ASPIRE_PAY_SEED: 'seed.json',
      ASPIRE_PAY_ORIGINS: 'https://a.example, http://localhost:8080,',
      ASPIRE_PAY_SCHEDULE_S: '0',
      ASPIRE_PAY_RATE_FACTOR: '2',
      ASPIRE_PAY_TRUSTED_PROXIES: '1',
      ASPIRE_PAY_COOKIE: '__Host-session',
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    dataFolder: '/data',
    databaseUrl: 'postgres://db',
    seedPath: 'seed.json',
    origins: ['https://a.example', 'http://localhost:8080'],
    scheduleSeconds: 0,
    rateLimits: scaleRateLimits(usualRateLimits, 2),
    trustedProxies: 1,
    cookieName: '__Host-session',
  });
});

it('lifts the rate limits only where it is told to', () => {
  expect(readEnvironment({ ASPIRE_PAY_RATE_FACTOR: '0' }).rateLimits).toBe('none');
});

it.each([
  ['PORT', '-1', /PORT must be a whole number up to 65535/],
  ['PORT', '65536', /PORT must be a whole number up to 65535/],
  ['ASPIRE_PAY_SCHEDULE_S', '1.5', /ASPIRE_PAY_SCHEDULE_S must be a whole number/],
  ['ASPIRE_PAY_RATE_FACTOR', '1000001', /ASPIRE_PAY_RATE_FACTOR must be a whole number up to 1000000/],
  ['ASPIRE_PAY_TRUSTED_PROXIES', 'all', /ASPIRE_PAY_TRUSTED_PROXIES must be a whole number/],
  ['ASPIRE_PAY_COOKIE', 'a=b', /ASPIRE_PAY_COOKIE must be the name of a cookie/],
  ['ASPIRE_PAY_ORIGINS', '*', /\* is not an origin/],
  ['ASPIRE_PAY_ORIGINS', 'https://a.example/', /is not an origin/],
  ['ASPIRE_PAY_ORIGINS', 'null', /null is not an origin/],
])('refuses %s=%s', (name, value, message) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(message);
});
