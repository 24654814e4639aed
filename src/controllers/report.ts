/**
 * Tells the integrator of a fault: one event with a code and a sentence, never data of a payer.
 */
import { errors, type ErrorCode } from '../domain/errors.js';
import type { TokenName } from '../domain/tokens.js';
import type { Emit } from '../events.js';

export const reportFault = (emit: Emit, code: ErrorCode): void => {
  const { integrator, retryable } = errors[code];
  emit('aspire-pay-error', { code, message: integrator, retryable });
};

/** The names are ours: nothing of a value that was refused is repeated. */
export const reportTheme = (emit: Emit, names: readonly TokenName[]): void => {
  const message = `The endpoint's theme has values that are not plain ones of their token's type, left out: ${names.join(', ')}.`;
  emit('aspire-pay-error', { code: 'theme-refused', message, retryable: false });
};
