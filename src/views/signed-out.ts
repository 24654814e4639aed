/** Nobody is signed in: the site's own sign-in shows in the slot, and beside it the ways by mailed code, where the lender offers them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SignInState } from '../domain/sign-in.js';
import { isAwaited, turning } from './awaited.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { viewHeading } from './heading.js';
import { notice } from './notice.js';
import type { Screens } from './screens.js';

export interface SignedOutFacts {
  readonly signIn: SignInState;
  /** Whether a session has ended here, and whether what was typed is kept for its payer. */
  readonly hasEnded: boolean;
  readonly isKept: boolean;
  /** Whether the site has put its own way to sign in into the slot. */
  readonly hasOwnWay: boolean;
  /** The steps of a mailed code, once they have been fetched. */
  readonly signInFlow: NonNullable<Screens['signing-in']>['signInFlow'] | undefined;
}

const ended = ({ isKept }: SignedOutFacts, { words }: ViewContext): TemplateResult =>
  notice(
    'clock',
    'warn',
    html`<p><strong>${words.signedOut.ended}</strong></p>
      ${isKept ? html`<p>${words.signedOut.kept}</p>` : nothing}`,
  );

/** Where the site has no button of its own, ours is the one that acts. */
const byCode = ({ hasOwnWay }: SignedOutFacts, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const signIn = { type: 'emailSignInPressed' } as const;
  const register = { type: 'registerPressed' } as const;
  const [isSigningIn, isRegistering] = [isAwaited(signIn, context), isAwaited(register, context)];
  return html`
    <div class="stack">
      <div class="row acts">
        <button
          type="button"
          class=${hasOwnWay ? '' : 'primary'}
          part=${hasOwnWay ? 'button' : 'button button-primary'}
          data-journey="signing-in"
          aria-busy=${flag(isSigningIn)}
          @click=${() => send(signIn)}
        >
          ${turning(isSigningIn)}${words.signedOut.byEmail}
        </button>
      </div>
      <p class="inline">
        ${words.signedOut.newHere}
        <button
          type="button"
          class="quiet"
          part="button"
          data-journey="signing-in"
          aria-busy=${flag(isRegistering)}
          @click=${() => send(register)}
        >
          ${turning(isRegistering)}${words.signedOut.register}
        </button>
        ${words.signedOut.withContract}
      </p>
    </div>
  `;
};

export const signedOut = (state: PortfolioState, facts: SignedOutFacts, context: ViewContext): TemplateResult => {
  const isOffered = state.lender?.enrollment === true;
  // A code that was asked for can be given, whatever the lender offers by now.
  if (facts.signInFlow && (facts.signIn.name === 'code' || (isOffered && facts.signIn.name === 'details'))) {
    return facts.signInFlow(facts.signIn, state.lender?.name, context);
  }
  return html`
    <div class="stack s6 measure">
      ${facts.hasEnded ? ended(facts, context) : nothing}
      <div class="stack">
        ${viewHeading(context, context.words.signedOut.title)}
        <p>${context.words.signedOut.text}</p>
      </div>
      <div><slot name="signed-out"></slot></div>
      ${isOffered ? byCode(facts, context) : nothing}
    </div>
  `;
};
