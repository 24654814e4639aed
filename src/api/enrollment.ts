/**
 * Registering and signing in by a mailed code.
 * Every answer is the same whether or not anything matched.
 */
import * as z from 'zod/mini';
import { Id, Timestamp } from './forms.js';
import { atLeast, atMost } from './lengths.js';

const name = z.string().check(atLeast(1), atMost(140));
const email = z.string().check(atLeast(3), atMost(254), z.regex(/^[^\s@]+@[^\s@]+$/));

export const EnrollmentRequest = z.object({
  firstName: name,
  lastName: name,
  email,
  postalCode: z.string().check(atLeast(1), atMost(16)),
  contractNumber: z.string().check(atLeast(1), atMost(64)),
});
export type EnrollmentRequest = z.infer<typeof EnrollmentRequest>;

export const SignInRequest = z.object({ email });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** The answer to a request for a code. */
export const CodeSent = z.object({ id: Id });
export type CodeSent = z.infer<typeof CodeSent>;

export const CodeRequest = z.object({ code: z.string().check(z.regex(/^\d{6}$/)) });
export type CodeRequest = z.infer<typeof CodeRequest>;

export const SignedIn = z.object({ token: z.string().check(atLeast(1)), expiresAt: Timestamp });
export type SignedIn = z.infer<typeof SignedIn>;
