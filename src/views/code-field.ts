/** The one field of a mailed code: takes what a phone fills in, and what is pasted with its spaces. */
import { html, type TemplateResult } from 'lit';
import type { SignInState } from '../domain/sign-in.js';
import type { ViewContext } from './context.js';
import { describedBy, errorLine, faultOf, invalid } from './field.js';

/** Younger than the list the template check knows. */
const oneTimeCode = 'one-time-code' as string as 'off';

export const codeField = ({ code, faults }: Extract<SignInState, { name: 'code' }>, context: ViewContext): TemplateResult => {
  const fault = faultOf(faults, 'code');
  return html`
    <div class="field">
      <label for="code">${context.words.fields.code}</label>
      ${errorLine('code-error', fault, context)}
      <input
        type="text"
        id="code"
        class="code"
        part="field"
        inputmode="numeric"
        autocomplete=${oneTimeCode}
        spellcheck="false"
        dir="ltr"
        maxlength="24"
        .value=${code}
        aria-required="true"
        aria-invalid=${invalid(fault)}
        aria-describedby=${describedBy(fault && 'code-error')}
        @input=${({ target }: Event) => context.send({ type: 'codeTyped', text: (target as HTMLInputElement).value })}
      />
    </div>
  `;
};
