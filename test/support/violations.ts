/**
 * What the page's policy refused while something was tried, for tests that try it on purpose; everybody else fails by it.
 * Must not know what is tried.
 */
import { until } from './payer.js';

/** Directives that refused, in order. Resolves when there is at least one. */
export const violationsBy = async (work: () => unknown): Promise<string[]> => {
  const refused: string[] = [];
  const note = (event: SecurityPolicyViolationEvent): void => {
    // The page's own watch listens on the window.
    event.stopPropagation();
    refused.push(event.effectiveDirective);
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    await work();
    await until(() => refused.length > 0, 'a violation of the policy', 5_000);
    return refused;
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};
