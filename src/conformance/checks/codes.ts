/** Registering and signing in by code, where the lender offers it: the same answer whether or not anything matched. */
import { CodeSent, PublicLender } from '../../api/index.js';
import type { CallOptions } from '../caller.js';
import { isRefusedAs, readProblem, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import type { Check, Trial } from '../trial.js';

const toNobody = 'requests for codes, to addresses that are on no file';

const byCode = [
  { what: 'Registering', start: 'startEnrollment', verify: 'verifyEnrollment', resend: 'resendEnrollment', id: 'enrollmentId' },
  { what: 'Signing in', start: 'startSignIn', verify: 'verifySignIn', resend: 'resendSignIn', id: 'signInId' },
] as const;

type ByCode = (typeof byCode)[number];

const requireOffered = async (trial: Trial): Promise<void> => {
  const { enrollment } = readForm(await trial.nobody.call('getLender'), PublicLender);
  trial.requireOccasion(enrollment, 'enrollment is off');
};

const requestFor = ({ start }: ByCode, email: string, trial: Trial): CallOptions => ({
  json:
    start === 'startSignIn'
      ? { email }
      : { firstName: 'Kit', lastName: 'Conformance', email, postalCode: '00000', contractNumber: trial.outside.word() },
});

const nobodyAt = (trial: Trial): string => `${trial.outside.word()}@conformance.example`;

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

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Below the limit of ten an hour. */
const samples = 5;
/** A network's own differences are smaller. */
const mostMilliseconds = 150;

const tellForm = ({ answer, json }: Exchange): string =>
  JSON.stringify([answer.status, Object.keys(json ?? {}).sort(), Object.keys(answer.headers).sort()]);

const judgeAlike = async (trial: Trial): Promise<void> => {
  await requireOffered(trial);
  const { email } = trial.options;
  trial.requireOccasion(email !== undefined, 'needs --email, an address on file');
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < samples; round += 1) {
    const [, signIn] = byCode;
    const known = await trial.nobody.call('startSignIn', requestFor(signIn, email ?? '', trial));
    const unknown = await trial.nobody.call('startSignIn', requestFor(signIn, nobodyAt(trial), trial));
    times.known.push(known.answer.milliseconds);
    times.unknown.push(unknown.answer.milliseconds);
    trial.expect('code.alike', tellForm(known) === tellForm(unknown), [known, unknown], 'the same status, headers and form for both');
    if (round > 0) continue;
    const codes = await Promise.all(
      [known, unknown].map((one) =>
        trial.nobody.call('verifySignIn', { at: { signInId: readForm(one, CodeSent).id }, json: { code: '000000' } }),
      ),
    );
    const [first, second] = codes.map((one) => JSON.stringify([one.answer.status, readProblem(one)]));
    trial.expect('code.alike', first === second, codes, 'the same refusal of a wrong code for both');
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  trial.note(
    `Asking for a code took ${known.toFixed(0)} ms for an address on file, ${unknown.toFixed(0)} ms for another (medians of ${samples}).`,
  );
  const isAlike = Math.abs(known - unknown) <= mostMilliseconds || Math.max(known, unknown) <= 3 * Math.min(known, unknown);
  trial.expect('code.alike', isAlike, [], `times that tell nothing, not ${known.toFixed(0)} and ${unknown.toFixed(0)} ms`);
};

export const codeChecks: readonly Check[] = [
  ...byCode.map((flow): Check => ({
    title: `${flow.what} by code, unknown to the lender`,
    rules: ['code.asked', 'code.wrong', 'code.form', 'code.resend'],
    writes: toNobody,
    run: (trial) => judgeAsking(trial, flow),
  })),
  {
    title: 'Asking for a code, on file and not',
    rules: ['code.alike'],
    writes: `${samples} codes, to the address named by --email`,
    run: judgeAlike,
  },
];
