/** Registering and signing in by code, where the lender offers it, as somebody who is on no file. Must not know what else is on one. */
import { CodeSent, PublicLender } from '../../api/index.js';
import type { CallOptions } from '../caller.js';
import { isRefusedAs, readProblem, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import type { Check, Trial } from '../trial.js';

const toNobody = 'requests for codes, to addresses that are on no file';

export const registering = {
  what: 'Registering',
  start: 'startEnrollment',
  verify: 'verifyEnrollment',
  resend: 'resendEnrollment',
  id: 'enrollmentId',
} as const;

export const signingIn = {
  what: 'Signing in',
  start: 'startSignIn',
  verify: 'verifySignIn',
  resend: 'resendSignIn',
  id: 'signInId',
} as const;

export type ByCode = typeof registering | typeof signingIn;

export const requireOffered = async (trial: Trial): Promise<void> => {
  const { enrollment } = readForm(await trial.nobody.call('getLender'), PublicLender);
  trial.requireOccasion(enrollment, 'enrollment is off');
};

const requestFor = ({ start }: ByCode, email: string, trial: Trial): CallOptions => ({
  json:
    start === 'startSignIn'
      ? { email }
      : { firstName: 'Kit', lastName: 'Conformance', email, postalCode: '00000', contractNumber: trial.outside.word() },
});

export const nobodyAt = (trial: Trial): string => `${trial.outside.word()}@conformance.example`;

const judgeAsking = async (trial: Trial, flow: ByCode): Promise<void> => {
  await requireOffered(trial);
  const asked = await trial.nobody.call(flow.start, requestFor(flow, nobodyAt(trial), trial));
  if (!trial.expectStatus('code.asked', asked, 202)) return;
  const at = { [flow.id]: readForm(asked, CodeSent).id };
  const wrong: Exchange[] = [];
  for (const code of ['000000', '111111', '222222', '333333', '444444', '555555']) {
    wrong.push(await trial.nobody.call(flow.verify, { at, json: { code } }));
  }
  for (const exchange of wrong) trial.expectProblem('code.wrong', exchange, ['invalid', 'rate-limited']);
  const told = new Set(wrong.filter((one) => isRefusedAs(one, 'invalid')).map((one) => JSON.stringify(readProblem(one))));
  trial.expect('code.wrong', told.size <= 1, wrong.slice(-2), 'the same answer to every wrong code, however many came before');
  trial.expectProblem('code.form', await trial.nobody.call(flow.verify, { at, json: { code: 'abc' } }), ['invalid', 'rate-limited']);
  trial.expectStatus('code.resend', await trial.nobody.call(flow.resend, { at }), 202);
  trial.expectProblem('code.form', await trial.nobody.call(flow.start, { json: {} }), 'invalid');
  trial.expectProblem('code.form', await trial.nobody.call(flow.start, requestFor(flow, 'no address', trial)), 'invalid');
};

export const codeChecks: readonly Check[] = [registering, signingIn].map((flow) => ({
  title: `${flow.what} by code, unknown to the lender`,
  rules: ['code.asked', 'code.wrong', 'code.form', 'code.resend'],
  writes: toNobody,
  run: (trial) => judgeAsking(trial, flow),
}));
