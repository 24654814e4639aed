/**
 * The two steps of registering or signing in by mail: who somebody is, then the code. Says where a code goes and never whether there is one.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { DetailField, SignInFault, SignInState } from '../domain/sign-in.js';
import { codeField } from './code-field.js';
import type { ViewContext } from './context.js';
import { errorSummary } from './error-summary.js';
import { describedBy, errorLine, faultOf, invalid } from './field.js';
import { flag } from './flag.js';
import { viewHeading } from './heading.js';
import { icon } from './icons.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';

type DetailsState = Extract<SignInState, { name: 'details' }>;
type CodeState = Extract<SignInState, { name: 'code' }>;

const minuteMs = 60_000;

/** What the endpoint said, or what its silence is called; how long to wait, where it said so. */
export const signInFault = (fault: SignInFault, { words, format }: ViewContext): TemplateResult => {
  const { code, detail, retryInMs, of } = fault;
  const minutes = Math.max(1, Math.ceil((retryInMs ?? 0) / minuteMs));
  const isTold = code === 'rate-limited' && retryInMs !== undefined;
  const text = isTold ? words.signIn.comeBack(minutes, format.count(minutes)) : detail ? isolate(detail) : words.faults[code];
  return notice(
    'alert',
    'bad',
    html`<p><strong>${words.signIn.faults[of]}</strong></p>
      <p>${text}</p>`,
  );
};

interface DetailInput {
  readonly field: DetailField;
  readonly type: 'text' | 'email';
  readonly autocomplete: 'given-name' | 'family-name' | 'email' | 'postal-code' | 'off';
  readonly hint?: string;
}

const detailInput = ({ field, type, autocomplete, hint }: DetailInput, state: DetailsState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const fault = faultOf(state.faults, field);
  const errorId = `${field}-error`;
  const hintId = `${field}-hint`;
  return html`
    <div class="field">
      <label for=${field}>${words.fields[field]}</label>
      ${hint ? html`<small id=${hintId}>${hint}</small>` : nothing} ${errorLine(errorId, fault, context)}
      <input
        type=${type}
        id=${field}
        part="field"
        autocomplete=${autocomplete}
        autocapitalize=${type === 'email' || autocomplete === 'off' ? 'none' : nothing}
        spellcheck="false"
        dir=${type === 'email' || field === 'contractNumber' || field === 'postalCode' ? 'ltr' : 'auto'}
        maxlength="254"
        .value=${state.details[field]}
        aria-required="true"
        aria-invalid=${invalid(fault)}
        aria-describedby=${describedBy(fault && errorId, hint !== undefined && hintId)}
        @input=${({ target }: Event) => send({ type: 'detailTyped', field, text: (target as HTMLInputElement).value })}
        @blur=${() => send({ type: 'detailLeft', field })}
      />
    </div>
  `;
};

const registering = (state: DetailsState, context: ViewContext): TemplateResult => {
  const { signIn } = context.words;
  const draw = (input: DetailInput): TemplateResult => detailInput(input, state, context);
  return html`
    <div class="cols">
      ${draw({ field: 'firstName', type: 'text', autocomplete: 'given-name' })}
      ${draw({ field: 'lastName', type: 'text', autocomplete: 'family-name' })}
    </div>
    ${draw({ field: 'email', type: 'email', autocomplete: 'email', hint: signIn.emailHint })}
    <div class="cols">
      ${draw({ field: 'postalCode', type: 'text', autocomplete: 'postal-code' })}
      ${draw({ field: 'contractNumber', type: 'text', autocomplete: 'off', hint: signIn.contractHint })}
    </div>
  `;
};

interface Press {
  readonly isBusy: boolean;
  readonly words: string;
  readonly busyWords: string;
}

/** The button keeps its place and the focus while the answer is on its way. */
const actions = ({ isBusy, words: text, busyWords }: Press, { words, send }: ViewContext): TemplateResult => html`
  <div class="row acts">
    <button type="submit" class="primary" part="button button-primary" aria-disabled=${flag(isBusy)}>
      ${isBusy ? [icon('turning'), busyWords] : text}
    </button>
    <button type="button" part="button" @click=${() => send({ type: 'signInBackPressed' })}>${words.back}</button>
  </div>
`;

const detailsStep = (state: DetailsState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { signIn } = words;
  const give = (event: Event): void => {
    event.preventDefault();
    send({ type: 'detailsGiven' });
  };
  return html`
    <div class="stack s1 head measure">
      <p class="muted small">${signIn.steps.details}</p>
      ${viewHeading(context, signIn.titles[state.way])}
      <p>${signIn.intros[state.way]}</p>
    </div>
    ${state.fault ? html`<div class="head measure">${signInFault(state.fault, context)}</div>` : nothing}
    ${state.faults.length > 0 && state.attempts > 0 ? errorSummary(state.faults, context) : nothing}
    <form novalidate aria-busy=${flag(state.isBusy)} @submit=${give}>
      <div class="stack s6 measure">
        ${
          state.way === 'register'
            ? registering(state, context)
            : detailInput({ field: 'email', type: 'email', autocomplete: 'email' }, state, context)
        }
        ${actions({ isBusy: state.isBusy, words: signIn.send, busyWords: signIn.sending }, context)}
      </div>
    </form>
  `;
};

const codeStep = (state: CodeState, lender: string | undefined, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { signIn } = words;
  const give = (event: Event): void => {
    event.preventDefault();
    send({ type: 'codeGiven' });
  };
  return html`
    <div class="stack s1 head measure">
      <p class="muted small">${signIn.steps.code}</p>
      ${viewHeading(context, signIn.codeTitle)}
      <p>${signIn.sentTo[state.way](isolate(lender ?? words.theLender))}</p>
      ${state.way === 'register' ? html`<p class="muted small">${signIn.registered}</p>` : nothing}
    </div>
    ${state.fault ? html`<div class="head measure">${signInFault(state.fault, context)}</div>` : nothing}
    <form novalidate aria-busy=${flag(state.isBusy)} @submit=${give}>
      <div class="stack s6 measure">
        ${codeField(state, context)} ${actions({ isBusy: state.isBusy, words: signIn.enter, busyWords: signIn.entering }, context)}
        <div class="stack s1">
          <p class="muted small">${state.resent > 0 ? signIn.resent : signIn.nothing}</p>
          <p>
            <button type="button" class="quiet" part="button" @click=${() => send({ type: 'codeResendPressed' })}>${signIn.resend}</button>
          </p>
        </div>
      </div>
    </form>
  `;
};

export const signInFlow = (state: DetailsState | CodeState, lender: string | undefined, context: ViewContext): TemplateResult =>
  state.name === 'details' ? detailsStep(state, context) : codeStep(state, lender, context);
