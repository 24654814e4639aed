/**
 * US routing numbers (ABA): nine digits with a check digit.
 * Passing does not prove that the bank exists; only the bank's answer does.
 */

export type RoutingFault = 'routing-missing' | 'routing-length' | 'routing-check';

/** Digits only: what a person pasted may hold spaces and hyphens. */
export const bareDigits = (text: string): string => text.replace(/[\s-]/g, '');

/** What is wrong with a routing number as typed; undefined when its check digit is right. Source: ABA, 3-7-1 weights. */
export const checkRoutingNumber = (text: string): RoutingFault | undefined => {
  const digits = bareDigits(text);
  if (digits === '') return 'routing-missing';
  if (!/^\d{9}$/.test(digits)) return 'routing-length';
  const weights = [3, 7, 1];
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return sum % 10 === 0 && sum > 0 ? undefined : 'routing-check';
};

export type AccountNumberFault = 'account-number-missing' | 'account-number-length' | 'account-number-characters';

/** What is wrong with an account number as typed: 4 to 17 digits (Nacha's field). */
export const checkAccountNumber = (text: string): AccountNumberFault | undefined => {
  const digits = bareDigits(text);
  if (digits === '') return 'account-number-missing';
  if (!/^\d+$/.test(digits)) return 'account-number-characters';
  return digits.length < 4 || digits.length > 17 ? 'account-number-length' : undefined;
};
