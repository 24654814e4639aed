/**
 * One contract: what it is, what is owed, the only button, and its open invoices beside it.
 * What can't be done is absent, with the reason in words where there is one.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Contract, Session } from '../api/index.js';
import { canPay } from '../domain/contract.js';
import { isKnownCurrency } from '../domain/money.js';
import { isBroken, type ContractLine, type InvoiceWindow, type OpenEntry, type PortfolioState } from '../domain/portfolio.js';
import { isAwaited, turning } from './awaited.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { sectionHeading } from './heading.js';
import { invoiceTable } from './invoice-table.js';
import { isolate } from './isolate.js';
import { aside, notice } from './notice.js';
import { seeChecking } from './open-entry.js';
import { paymentWord } from './status.js';
import { bigSum, dueList, fact } from './sums.js';

const paymentsShown = 3;

export interface ContractSection {
  readonly line: ContractLine;
  /** Place in the list, for ids. */
  readonly index: number;
  /** Invoice rows this section may draw. */
  readonly limit: number;
}

const heading = (section: ContractSection, context: ViewContext): TemplateResult => {
  const { line, index } = section;
  const { words } = context;
  const number = line.number === '' ? words.line.nameless : words.line.named(isolate(line.number));
  const name = isBroken(line) || line.description === '' ? nothing : html`<span class="name">${isolate(line.description)}</span>`;
  return sectionHeading(context, `contract-${index}`, html`<span class="over">${number}</span>${name}`, 't3 stack s1', index === 0);
};

const hidden = ({ number }: ContractLine): TemplateResult => html`<span class="sr"> ${isolate(number)}</span>`;

const checkingNote = (contract: Contract, entry: OpenEntry, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const amount = entry.contracts.find(({ id }) => id === contract.id)?.amount;
  return notice(
    'turning',
    '',
    html`<p><strong>${words.line.doNotPay}</strong> ${amount ? words.line.checking(format.money(amount)) : nothing}</p>
      <p>${seeChecking(entry, context, hidden(contract))}</p>`,
  );
};

/** Filled where it is the thing to do; outlined where money is under way or autopay will take it. */
const payButton = (contract: Contract, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const event = { type: 'payPressed', contractId: contract.id } as const;
  const isBusy = isAwaited(event, context);
  const isCalm = contract.autopay !== undefined || contract.inFlight.length > 0;
  return html`
    <button
      type="button"
      class="fill ${isCalm ? '' : 'primary'}"
      part=${isCalm ? 'button' : 'button button-primary'}
      aria-busy=${flag(isBusy)}
      @click=${() => send(event)}
    >
      ${turning(isBusy)}${words.line.pay}${hidden(contract)}
    </button>
  `;
};

const whyNot = (contract: Contract, session: Session, { words }: ViewContext): unknown => {
  if (!session.features.payments || contract.status === 'closed') return nothing;
  if (contract.payable && isKnownCurrency(contract.currency)) return nothing;
  // That nothing is open stands beside it already, and is no obstacle.
  if (contract.totals.open.value <= 0 && contract.invoices.items.length === 0) return nothing;
  const reason = contract.payable ? words.line.unknownCurrency : isolate(contract.notPayableReason ?? '');
  return aside('info', 'calm', html`<p class="small"><strong>${words.line.notPayable}</strong> ${reason}</p>`);
};

const flight = (contract: Contract, context: ViewContext): unknown => {
  const { words, format } = context;
  const more = contract.inFlight.length - paymentsShown;
  return [
    contract.inFlight.slice(0, paymentsShown).map(({ amount, status, date }) => {
      const sum = html`<strong>${words.line.inFlightSum(format.money(amount))}</strong>`;
      return aside(
        'clock',
        'calm',
        html`<p class="small">${words.line.inFlight(sum, paymentWord(status, context), format.date(date, 'medium'))}</p>`,
      );
    }),
    more > 0 ? html`<p class="small muted">${words.line.moreInFlight(more, format.count(more))}</p>` : nothing,
  ];
};

const autopay = ({ autopay }: Contract, { words, format }: ViewContext): unknown =>
  autopay
    ? aside(
        'autopay',
        'calm',
        html`<p class="small">
          <strong>${words.line.autopay}</strong> ${words.line.autopayNext(format.date(autopay.nextDate, 'medium'))}
        </p>`,
      )
    : nothing;

const action = (contract: Contract, state: PortfolioState, context: ViewContext): unknown => {
  const { session } = context;
  const entry = state.checking.find(({ contracts }) => contracts.some(({ id }) => id === contract.id));
  if (entry) return checkingNote(contract, entry, context);
  if (!session) return nothing;
  return canPay(contract, session) && !state.isOffline ? payButton(contract, context) : whyNot(contract, session, context);
};

const firstWindow = ({ invoices }: Contract): InvoiceWindow => ({
  invoices: invoices.items,
  offset: 0,
  hasNext: invoices.nextCursor !== null,
  isLoading: false,
});

const invoices = (contract: Contract, state: PortfolioState, limit: number, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const window = state.windows.get(contract.id) ?? firstWindow(contract);
  if (window.invoices.length > 0 || window.offset > 0) return invoiceTable({ contract, window, limit }, context);
  const next = contract.nextDueDate;
  return html`<p class="muted">${next ? words.line.nextInvoice(format.date(next, 'medium')) : words.line.noInvoices}</p>`;
};

const whole = (section: ContractSection, contract: Contract, state: PortfolioState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const next = contract.nextDueDate;
  const nextDue = next ? fact(words.sums.nextDue, format.date(next, 'medium')) : nothing;
  return html`
    <div class="cols">
      <div class="stack">
        ${heading(section, context)}
        <div>
          <p class="over">${words.sums.open}</p>
          ${bigSum(contract.totals.open, context, 'sub')}
        </div>
      </div>
      <div class="stack">
        ${dueList(contract.totals, context, nextDue)} ${action(contract, state, context)} ${flight(contract, context)}
        ${autopay(contract, context)}
      </div>
    </div>
    <div class="stack">${invoices(contract, state, section.limit, context)}</div>
  `;
};

/** A named line for what could not be had whole; the others work. */
const broken = (section: ContractSection, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { line } = section;
  const reason = isBroken(line) ? undefined : line.problem;
  return html`
    <div class="cols"><div class="stack">${heading(section, context)}</div></div>
    <div class="stack">
      ${aside(
        'alert',
        'bad',
        html`<p><strong>${words.line.broken}</strong> ${words.line.brokenHint}</p>
          ${reason ? html`<p>${isolate(reason)}</p>` : nothing}
          <p>
            <button type="button" class="quiet" part="button" @click=${() => send({ type: 'refreshPressed' })}>
              ${words.tryAgain}${hidden(line)}
            </button>
          </p>`,
      )}
    </div>
  `;
};

export const contractSection = (section: ContractSection, state: PortfolioState, context: ViewContext): TemplateResult => {
  const { line, index } = section;
  const isWhole = !isBroken(line) && line.problem === undefined;
  return html`
    <section class="sheet" part="contract" data-journey="paying" aria-labelledby=${`contract-${index}`}>
      ${isWhole ? whole(section, line, state, context) : broken(section, context)}
    </section>
  `;
};
