/** Registering and signing in by a mailed code: what is asked for, what is sent of it, and what needs a correction. */
import { describe, expect, it } from 'vitest';
import {
  bareCode,
  checkCode,
  checkDetails,
  fieldsOf,
  noDetails,
  refusedDetails,
  trimDetails,
  type DetailField,
  type Details,
} from '../../src/domain/sign-in.js';

const given: Details = {
  firstName: 'Dana',
  lastName: 'Whitfield',
  email: 'dana@halvorsen.example',
  postalCode: '55369',
  contractNumber: '100-0048213-002',
};

/** What is wrong where one entry is as typed here and the others are right. */
const codes = (field: DetailField, text: string): string[] => checkDetails('register', { ...given, [field]: text }).map(({ code }) => code);

describe('somebody new', () => {
  it('is asked for a name, an address, a postal code and a contract', () => {
    expect(fieldsOf('register')).toEqual(['firstName', 'lastName', 'email', 'postalCode', 'contractNumber']);
    expect(checkDetails('register', given)).toEqual([]);
  });

  it('begins with an empty form, and is told of every entry, in its order', () => {
    expect(noDetails).toEqual({ firstName: '', lastName: '', email: '', postalCode: '', contractNumber: '' });
    expect(checkDetails('register', noDetails)).toEqual([
      { field: 'firstName', code: 'first-name-missing' },
      { field: 'lastName', code: 'last-name-missing' },
      { field: 'email', code: 'email-missing' },
      { field: 'postalCode', code: 'postal-code-missing' },
      { field: 'contractNumber', code: 'contract-number-missing' },
    ]);
  });

  it('has given nothing where only spaces were typed', () => {
    expect(codes('lastName', ' \u00a0 ')).toEqual(['last-name-missing']);
  });

  it('may have a postal code of digits, or of letters, and none of signs alone', () => {
    expect(codes('postalCode', 'K1A 0B1')).toEqual([]);
    expect(codes('postalCode', '---')).toEqual(['postal-code-missing']);
    expect(codes('postalCode', 'ABC')).toEqual([]);
    // Other entries may hold what they like.
    expect(codes('lastName', '---')).toEqual([]);
  });

  it('has the spaces around each entry left behind', () => {
    const spaced = { firstName: ' a b ', lastName: ' c ', email: ' d@e ', postalCode: ' f ', contractNumber: ' g ' };
    expect(trimDetails(spaced)).toEqual({ firstName: 'a b', lastName: 'c', email: 'd@e', postalCode: 'f', contractNumber: 'g' });
  });
});

describe('somebody registered', () => {
  it('is asked for an address alone', () => {
    expect(fieldsOf('email')).toEqual(['email']);
    expect(checkDetails('email', { ...noDetails, email: given.email })).toEqual([]);
    expect(checkDetails('email', noDetails)).toEqual([{ field: 'email', code: 'email-missing' }]);
  });
});

describe('an e-mail address', () => {
  const long = (length: number): string => `d@${'x'.repeat(length - 2)}`;

  it.each([given.email, ' dana@halvorsen.example ', 'd+1@localhost', 'дана@пример.example', long(254)])('is one: "%s"', (text) => {
    expect(codes('email', text)).toEqual([]);
  });

  it.each(['dana', 'dana@', '@halvorsen.example', 'da na@halvorsen', 'dana@halvor sen', 'dana@halvorsen@example', long(255)])(
    'is none: "%s"',
    (text) => {
      expect(checkDetails('email', { ...noDetails, email: text })).toEqual([{ field: 'email', code: 'email-form' }]);
    },
  );
});

describe('a mailed code', () => {
  it('is its six digits, with whatever was pasted between them', () => {
    expect(bareCode(' 482-913\n')).toBe('482913');
    expect(checkCode('482 913')).toEqual([]);
  });

  it('is asked for where there is none', () => {
    expect(checkCode('')).toEqual([{ field: 'code', code: 'code-missing' }]);
    expect(checkCode(' - ')).toEqual([{ field: 'code', code: 'code-missing' }]);
  });

  it.each([
    ['48291', 5],
    ['4829130', 7],
  ])('of another length says how many digits there are: "%s"', (code, digits) => {
    expect(checkCode(code)).toEqual([{ field: 'code', code: 'code-length', digits }]);
  });
});

describe('a refusal of the endpoint', () => {
  it('stands at the entry it points at, else above the form, in the endpoint’s words', () => {
    const errors = ['/email', '/contractNumber', '/email/0', ''].map((pointer) => ({ pointer, code: 'any', detail: `At ${pointer}.` }));
    expect(refusedDetails(errors)).toEqual([
      { field: 'email', code: 'refused', detail: 'At /email.' },
      { field: 'contractNumber', code: 'refused', detail: 'At /contractNumber.' },
      { field: 'form', code: 'refused', detail: 'At /email/0.' },
      { field: 'form', code: 'refused', detail: 'At .' },
    ]);
  });
});
