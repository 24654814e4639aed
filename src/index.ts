/** The package's root: the class and its types, without side effects. `./define.js` registers the tag. */
export { AspirePay } from './aspire-pay.js';
export type {
  AspirePayEventMap,
  AspirePayEventName,
  CanceledDetail,
  DiagnosticDetail,
  ErrorDetail,
  ItemDetail,
  ReadyDetail,
  RefusedDetail,
  SignedInDetail,
  SubmitDetail,
  SubmittedDetail,
  UnknownDetail,
  ViewChangeDetail,
} from './events.js';
export type { BankSource, BankSourceAnswer, BankSourceRequest, BankSourceToken } from './client/bank-source.js';
export type { Transport } from './client/environment.js';
export type { Messages, Words } from './locales/en.js';
