/**
 * Settings from environment variables.
 */
import { expect, it } from 'vitest';
import { readEnvironment } from '../../../demo/endpoint/environment.js';

it('has a sensible value for everything', () => {
  expect(readEnvironment({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    dataFolder: '.data',
    databaseUrl: undefined,
    seedPath: undefined,
    origins: [],
    scheduleSeconds: 5,
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
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    dataFolder: '/data',
    databaseUrl: 'postgres://db',
    seedPath: 'seed.json',
    origins: ['https://a.example', 'http://localhost:8080'],
    scheduleSeconds: 0,
  });
});

it.each([
  ['PORT', '-1', /PORT must be a whole number up to 65535/],
  ['PORT', '65536', /PORT must be a whole number up to 65535/],
  ['ASPIRE_PAY_SCHEDULE_S', '1.5', /ASPIRE_PAY_SCHEDULE_S must be a whole number/],
  ['ASPIRE_PAY_ORIGINS', '*', /\* is not an origin/],
  ['ASPIRE_PAY_ORIGINS', 'https://a.example/', /is not an origin/],
  ['ASPIRE_PAY_ORIGINS', 'null', /null is not an origin/],
])('refuses %s=%s', (name, value, message) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(message);
});
