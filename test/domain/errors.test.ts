/** Every error has a sentence for the integrator, and nothing in it is the payer's. */
import { describe, expect, it } from 'vitest';
import { errors, isOutcomeUnknown, isRetryable, type ErrorCode, type FaultCode } from '../../src/domain/errors.js';

const codes = Object.keys(errors) as ErrorCode[];

describe('an error', () => {
  it.each(codes)('says in a sentence of its own what happened: %s', (code) => {
    const { integrator } = errors[code];
    expect(integrator).toMatch(/^[A-Z].{10,}\.$/);
    expect(codes.filter((other) => errors[other].integrator === integrator)).toEqual([code]);
  });

  it('says whether trying again can help', () => {
    expect(isRetryable({ code: 'network' })).toBe(true);
    expect(isRetryable({ code: 'payments-off' })).toBe(false);
  });

  it('leaves open what became of a request only where no answer came, or none that can be read', () => {
    const shown = codes.filter((code): code is FaultCode => code !== 'language-failed' && code !== 'storage-blocked');
    expect(shown.filter((code) => isOutcomeUnknown({ code }))).toEqual(['network', 'timeout', 'bad-answer', 'unavailable']);
  });
});
