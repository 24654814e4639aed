/**
 * The return reason codes of the ACH network that can befall a debit from here. What each means is said in words/, per language.
 */

export const returnCodes = ['R01', 'R02', 'R03', 'R04', 'R05', 'R07', 'R08', 'R09', 'R10', 'R11', 'R13', 'R16', 'R20', 'R29'] as const;
export type ReturnCode = (typeof returnCodes)[number];

export const isReturnCode = (text: string): text is ReturnCode => (returnCodes as readonly string[]).includes(text);
