/** Payments under way on contracts, with what is left beside them: what *Pay in addition* is asked about. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Contract } from '../api/index.js';
import { remaining } from '../domain/contract.js';
import type { ViewContext } from './context.js';
import { section } from './field.js';
import { sectionHeading } from './heading.js';
import { paymentWord } from './status.js';

const paymentsShown = 20;

export const flights = (contracts: readonly Contract[], context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const [only, ...others] = contracts;
  const rows = contracts
    .flatMap(({ inFlight }) => inFlight)
    .slice(0, paymentsShown)
    .map(
      ({ amount, date, status, paymentId }) => html`
        <dt>${format.date(date, 'weekday')}</dt>
        <dd>
          ${format.money(amount)}
          <small>${(paymentId === undefined ? words.warned.elsewhere : words.warned.here)(paymentWord(status, context))}</small>
        </dd>
      `,
    );
  const left = only && others.length === 0 ? remaining(only).open : undefined;
  const list = html`
    <dl class="words">
      ${rows}
      ${
        left
          ? html`<dt>${words.warned.remaining}</dt>
              <dd>${format.money(left)}</dd>`
          : nothing
      }
    </dl>
  `;
  return section('flight-title', sectionHeading(context, 'flight-title', words.sums.inFlight), nothing, list);
};
