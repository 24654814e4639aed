/**
 * Registering and signing in by a mailed code, as data: what is typed, where it stands, and what is wrong with an entry. Pure.
 * Knows nothing of how a code is asked for, nor whether anything matched: nobody here can.
 */
import type { FieldError } from '../api/index.js';
import type { Fault } from './errors.js';
import type { FieldFault } from './payment.js';

/** Somebody new, or somebody registered who gives an address alone. */
export type SignInWay = 'register' | 'email';

export const detailFields = ['firstName', 'lastName', 'email', 'postalCode', 'contractNumber'] as const;
export type DetailField = (typeof detailFields)[number];
export type SignInField = DetailField | 'code';

/** As typed. */
export type Details = Readonly<Record<DetailField, string>>;

export const noDetails: Details = { firstName: '', lastName: '', email: '', postalCode: '', contractNumber: '' };

/** As it goes out. */
export const trimDetails = ({ firstName, lastName, email, postalCode, contractNumber }: Details): Details => ({
  firstName: firstName.trim(),
  lastName: lastName.trim(),
  email: email.trim(),
  postalCode: postalCode.trim(),
  contractNumber: contractNumber.trim(),
});

/** Asked for on each way. */
export const fieldsOf = (way: SignInWay): readonly DetailField[] => (way === 'register' ? detailFields : ['email']);

/** Why a code could not be had or looked at; `retryInMs` where the endpoint said how long it wants to be left alone. */
export interface SignInFault extends Fault {
  readonly of: 'asking' | 'checking';
  readonly retryInMs?: number;
}

interface Step {
  readonly way: SignInWay;
  readonly details: Details;
  readonly faults: readonly FieldFault[];
  /** Presses that came to nothing. From the first on, the faults are summed up above the form. */
  readonly attempts: number;
  readonly isBusy: boolean;
  readonly fault?: SignInFault;
}

export type SignInState =
  /** The two ways are offered, where the lender has them. */
  | { readonly name: 'offered' }
  | ({ readonly name: 'details' } & Step)
  | ({
      readonly name: 'code';
      /** Of the request a code was asked for by. */
      readonly id: string;
      readonly code: string;
      /** How often a new code was asked for here. */
      readonly resent: number;
    } & Step);

/** Digits alone: a pasted code may come with spaces. */
export const bareCode = (text: string): string => text.replace(/\D/g, '');

const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text);

const missing = {
  firstName: 'first-name-missing',
  lastName: 'last-name-missing',
  email: 'email-missing',
  postalCode: 'postal-code-missing',
  contractNumber: 'contract-number-missing',
} as const;

const checkField = (field: DetailField, text: string): FieldFault[] => {
  const typed = text.trim();
  if (typed === '') return [{ field, code: missing[field] }];
  if (field === 'email' && !isEmail(typed)) return [{ field, code: 'email-form' }];
  if (field === 'postalCode' && !/[\p{L}\p{N}]/u.test(typed)) return [{ field, code: 'postal-code-missing' }];
  return [];
};

/** Everything that needs a correction before a code can be asked for, in the order of the form. */
export const checkDetails = (way: SignInWay, details: Details): FieldFault[] =>
  fieldsOf(way).flatMap((field) => checkField(field, details[field]));

export const checkCode = (code: string): FieldFault[] => {
  const digits = bareCode(code).length;
  if (digits === 0) return [{ field: 'code', code: 'code-missing' }];
  return digits === 6 ? [] : [{ field: 'code', code: 'code-length', digits }];
};

/** The endpoint's word on an entry, at its field. */
export const refusedDetails = (errors: readonly FieldError[]): FieldFault[] =>
  errors.map(({ pointer, detail }) => ({
    field: detailFields.find((field) => pointer === `/${field}`) ?? 'form',
    code: 'refused',
    detail,
  }));
