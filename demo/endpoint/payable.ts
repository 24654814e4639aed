/**
 * Whether a contract can be paid here, and if not, why: one rule for what is listed and what is refused.
 */
import type { LenderSettings } from './store/lender.js';
import type { ContractRow } from './store/schema.js';

/** Undefined when it can be paid. */
export const whyNotPayable = (
  { status, not_payable_reason: reason, problem, open_value: open }: ContractRow,
  inFlightSum: number,
  { features }: Pick<LenderSettings, 'features'>,
): string | undefined => {
  if (status === 'closed') return 'This contract is closed.';
  if (reason !== null) return reason;
  if (problem !== null) return problem;
  if (features.overpay) return undefined;
  if (open <= 0) return 'Nothing is open on this contract.';
  return open - inFlightSum <= 0 ? 'Payments for all that is open are already under way.' : undefined;
};
