/** Endpoints that tell by their codes who is on file. */
import { onFile, offeringCodes } from '../support/reference.js';
import { accept, answerRecord, answerWith, changeAnswer, is, readBody, refuse, withStatus, type Variant } from './variant.js';

const isStarting = (request: Request): boolean => is(request, 'POST', /^\/(enrollments|sign-ins)$/);

const isKnown = async (request: Request): Promise<boolean> => (await readBody(request)).includes(onFile.email);

/** As long as handing a mail to its server takes. */
const slowness = 120;

const takesItsTime = (path: string) =>
  changeAnswer(async (response, request) => {
    if (is(request, 'POST', path) && (await isKnown(request))) await new Promise((passed) => setTimeout(passed, slowness));
    return response;
  });

export const codeVariants: readonly Variant[] = [
  {
    name: 'says that nobody by this address is on file',
    ...offeringCodes,
    breaks: 'code.asked',
    wrap: changeAnswer(async (response, request) =>
      isStarting(request) && response.ok && !(await isKnown(request)) ? refuse(response, 404, 'not-found') : response,
    ),
    consequences: ['code.alike', 'code.alike-registering'],
  },
  {
    name: 'sends a code to whatever is no address',
    ...offeringCodes,
    breaks: 'code.form',
    wrap: changeAnswer(async (response, request) =>
      isStarting(request) && (await readBody(request)).includes('no address') ? accept(response, { id: 'sent' }, 202) : response,
    ),
  },
  {
    name: 'tells after five tries that the code is dead',
    ...offeringCodes,
    breaks: 'code.wrong',
    wrap: (next) => {
      const tries = new Map<string, number>();
      return changeAnswer(async (response, request) => {
        if (!is(request, 'POST', /\/verify$/)) return response;
        const count = (tries.get(request.url) ?? 0) + 1;
        tries.set(request.url, count);
        return count > 5 ? answerWith(response, { ...(await answerRecord(response)), detail: 'This code is dead.' }) : response;
      })(next);
    },
  },
  {
    name: 'answers 200 in place of 202',
    ...offeringCodes,
    breaks: 'code.resend',
    consequences: ['answer.form'],
    wrap: changeAnswer((response, request) => (is(request, 'POST', /\/resend$/) ? withStatus(response, 200) : response)),
  },
  {
    name: 'signs in at its leisure who is on file',
    ...offeringCodes,
    breaks: 'code.alike',
    wrap: takesItsTime('/sign-ins'),
  },
  {
    name: 'registers at its leisure who is on file',
    ...offeringCodes,
    breaks: 'code.alike-registering',
    wrap: takesItsTime('/enrollments'),
  },
];
