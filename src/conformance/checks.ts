/** Every check, by area, in the order they are run: what only reads comes before what it reads is changed. Must not know how they are run. */
import { accountChecks } from './checks/accounts.js';
import { afterChecks } from './checks/after.js';
import { alikeChecks } from './checks/alike.js';
import { authorizationChecks } from './checks/authorization.js';
import { bodyChecks } from './checks/bodies.js';
import { codeChecks } from './checks/codes.js';
import { contractChecks } from './checks/contracts.js';
import { corsChecks } from './checks/cors.js';
import { dateChecks } from './checks/dates.js';
import { foreignChecks } from './checks/foreign.js';
import { invoiceChecks } from './checks/invoices.js';
import { itemChecks } from './checks/items.js';
import { keyChecks } from './checks/keys.js';
import { moneyChecks } from './checks/money.js';
import { pageChecks } from './checks/pages.js';
import { paymentChecks } from './checks/payments.js';
import { previewChecks } from './checks/preview.js';
import { publicChecks } from './checks/public.js';
import { sessionChecks } from './checks/session.js';
import { voidChecks } from './checks/voids.js';
import { whoChecks } from './checks/who.js';
import type { Check } from './trial.js';

export interface Area {
  readonly name: string;
  readonly checks: readonly Check[];
}

export const areas: readonly Area[] = [
  { name: 'Without a token', checks: publicChecks },
  { name: 'Session', checks: sessionChecks },
  { name: 'Contracts', checks: contractChecks },
  { name: 'Invoices', checks: invoiceChecks },
  { name: 'Who', checks: whoChecks },
  { name: 'CORS', checks: corsChecks },
  { name: 'Bodies', checks: bodyChecks },
  { name: 'Preview', checks: previewChecks },
  { name: 'Amounts', checks: moneyChecks },
  { name: 'Dates', checks: dateChecks },
  { name: 'Items', checks: itemChecks },
  { name: 'Payments', checks: paymentChecks },
  { name: 'Authorization', checks: authorizationChecks },
  { name: 'Keys', checks: keyChecks },
  { name: 'Voids', checks: voidChecks },
  { name: 'Other payers', checks: foreignChecks },
  { name: 'Afterwards', checks: afterChecks },
  { name: 'Bank accounts', checks: accountChecks },
  // Lists are longer by now.
  { name: 'Pages', checks: pageChecks },
  { name: 'Signing in by code', checks: [...codeChecks, ...alikeChecks] },
];
