/** How a state is drawn: inside the element's frame, as the element does it. Knows no states. */
import type { TemplateResult } from 'lit';
import type { Session } from '../../src/api/index.js';
import { payFacts } from '../../src/domain/form-facts.js';
import type { PaymentState } from '../../src/domain/payment.js';
import type { PortfolioState } from '../../src/domain/portfolio.js';
import type { ViewContext } from '../../src/views/context.js';
import { contractList } from '../../src/views/contract-list.js';
import { payFlow } from '../../src/views/pay-flow.js';
import { asOfNote, shell } from '../../src/views/shell.js';
import { excavators, session } from './sample-contracts.js';
import { draft, ready } from './sample-payments.js';
import { portfolio } from './sample-portfolio.js';

export type Draw = (context: ViewContext) => TemplateResult;

export const framed = (state: PortfolioState, body: unknown, context: ViewContext, isReading: boolean): TemplateResult =>
  shell(
    {
      views: ['contracts'],
      view: 'contracts',
      isBusy: state.isRefreshing,
      asOfNote: isReading ? asOfNote(state, context) : '',
      canRefresh: isReading && state.status !== 'loading',
      lender: state.lender,
      isReserved: state.status === 'loading',
    },
    body,
    context,
  );

export const reading =
  (state: PortfolioState): Draw =>
  (context) => {
    const seen = { ...context, session: state.session };
    return framed(state, contractList(state, seen), seen, state.status !== 'signed-out');
  };

export const payingState =
  (state: PaymentState, now: Session = session): Draw =>
  (context) => {
    const seen = { ...context, session: now };
    const body = payFlow(state, seen, payFacts(now, 'en-US'));
    return framed(portfolio([excavators]), body, seen, false);
  };

export const editing = (more: Partial<Extract<PaymentState, { name: 'editing' }>> = {}): Draw =>
  payingState({ name: 'editing', draft, accounts: ready, faults: [], attempts: 0, ...more });
