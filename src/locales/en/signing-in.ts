/** The English words of signing in by a mailed code and of a session about to end. Knows no markup. */
import type { SignInFault, SignInWay } from '../../domain/sign-in.js';
import { stopped } from './full-stop.js';
import { counted, type Pieces } from './sentences.js';

export const signingIn = {
  signIn: {
    steps: { details: 'Step 1 of 2', code: 'Step 2 of 2' },
    titles: { register: 'Register', email: 'Sign in by e-mail' } satisfies Record<SignInWay, string>,
    intros: {
      register: 'Use the details on your invoices. We send a code to your e-mail.',
      email: 'Enter the address you registered with. We send a code to it.',
    } satisfies Record<SignInWay, string>,
    emailHint: 'The one that receives your invoices',
    contractHint: 'Such as 100-0000000-000',
    send: 'Send code',
    sending: 'Sending…',
    codeTitle: 'Enter the code',
    sentTo: {
      register: <Piece>(lender: Piece): Pieces<Piece> => [
        'If these details match a contract, a six-digit code is on its way to your e-mail address, as ',
        lender,
        ' has it on file. It is good for five minutes.',
      ],
      email: <Piece>(_lender: Piece): Pieces<Piece> => [
        'If this address is registered, a six-digit code is on its way to it. It is good for five minutes.',
      ],
    },
    registered: 'If you have registered before, the e-mail says so. Then go back and sign in by e-mail.',
    enter: 'Continue',
    entering: 'Checking…',
    nothing: 'Nothing after a few minutes? Look in the junk folder, or have another one sent.',
    resend: 'Send a new code',
    resent: 'A new code was asked for. An earlier one no longer works.',
    faults: { asking: 'The code could not be sent.', checking: 'The code could not be checked.' } satisfies Record<
      SignInFault['of'],
      string
    >,
    comeBack: (minutes: number, shown: string) => `Too many requests. Try again in ${counted(minutes, shown, 'minute', 'minutes')}.`,
  },
  sessionEnd: {
    title: (time: string) => stopped(`Your session ends at ${time}`),
    text: 'Then you are signed out. What you are doing here is kept if you stay.',
    stay: 'Stay signed in',
    asking: 'Asking…',
    sent: 'A six-digit code is on its way to the e-mail address you signed in with. Enter it to stay.',
    failed: 'The session could not be extended. You can sign in again when it has ended; what you typed is kept, except bank numbers.',
  },
};
