/** What the demo can be told, and what it says to nonsense. */
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '../../demo/config.js';

describe('the demo’s settings', () => {
  it('have a default each: port 8080 of this machine only', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', scheduleSeconds: 5, isLarge: false, skipsBuild: false, origins: [] });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.seedPath).toBeUndefined();
  });

  it('count an empty variable as one that isn’t set', () => {
    expect(readConfig({ PORT: '', HOST: '', ASPIRE_PAY_LARGE: '', ASPIRE_PAY_SEED: '' })).toEqual(readConfig({}));
  });

  it('name the variable that can’t be used', () => {
    expect(() => readConfig({ PORT: 'http' })).toThrow(/PORT/);
    expect(() => readConfig({ ASPIRE_PAY_SCHEDULE_S: '-1' })).toThrow(/ASPIRE_PAY_SCHEDULE_S/);
    expect(() => readConfig({ ASPIRE_PAY_LARGE: 'yes' })).toThrow('ASPIRE_PAY_LARGE must be 1 or 0');
  });
});

describe('a host name', () => {
  it('means this machine, or it doesn’t', () => {
    expect(['localhost', 'demo.localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', 'example.com', '127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1'].some(isLoopback)).toBe(false);
  });
});
