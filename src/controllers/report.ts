/**
 * Tells the integrator of a fault: one event with a code and a sentence, never data of a payer.
 */
import { errors, type ErrorCode } from '../domain/errors.js';
import type { Emit } from '../events.js';

export const reportFault = (emit: Emit, code: ErrorCode): void => {
  const { integrator, retryable } = errors[code];
  emit('aspire-pay-error', { code, message: integrator, retryable });
};
