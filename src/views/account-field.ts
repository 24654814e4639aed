/** From where: the saved bank accounts that can be used, or another one, which the lender may check against those it knows. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount } from '../api/index.js';
import type { AccountsState, Draft, FieldFault } from '../domain/payment.js';
import type { ViewContext } from './context.js';
import { faultOf, radioGroup, radioRow, section } from './field.js';
import { sectionHeading } from './heading.js';
import { clip, isolate } from './isolate.js';
import { newAccount } from './new-account.js';
import { aside } from './notice.js';
import { bone } from './skeleton.js';
import { wordFor } from './status.js';

/** The lender's label, and the last four where the label doesn't say them. */
export const accountName = (account: BankAccount, { words }: ViewContext): unknown =>
  account.label.includes(account.last4)
    ? isolate(account.label)
    : words.form.accountNamed<unknown>(isolate(account.label), html`<span class="nowrap">${words.form.ending(account.last4)}</span>`);

/** What kind of account, as far as the words are known. */
export const accountKind = ({ holderType, type }: BankAccount, { words: { form } }: ViewContext): string =>
  form.accountKind(wordFor(form.holderTypes, holderType, ''), wordFor(form.accountTypes, type, ''));

/** The kind, after the bank where the label doesn't name it. */
const accountHint = (account: BankAccount, context: ViewContext): string => {
  const { bankName, label } = account;
  const kind = accountKind(account, context);
  return !bankName || label.includes(bankName) ? kind : context.words.form.kindAt(clip(bankName), kind);
};

const isUsable = (account: BankAccount, draft: Draft): boolean => account.status === 'usable' && account.currency === draft.currency;

/** Shown so that nobody wonders where the account went; not a choice. */
const unusable = (account: BankAccount, context: ViewContext): TemplateResult => {
  const { words } = context;
  const why = wordFor(words.form.unusable, account.status, words.form.unusableOther);
  return aside(
    'info',
    'calm',
    html`<p class="small">
      ${words.form.unusableLine(accountName(account, context), why)} ${account.help ? isolate(account.help) : nothing}
    </p>`,
  );
};

const choices = (draft: Draft, accounts: readonly BankAccount[], faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const rows = accounts
    .filter((account) => isUsable(account, draft))
    .map((account, index) =>
      radioRow({
        name: 'account',
        id: `account-${index}`,
        isChosen: draft.accountId === account.id,
        label: accountName(account, context),
        hint: accountHint(account, context) || undefined,
        choose: () => send({ type: 'accountChosen', accountId: account.id }),
      }),
    );
  const another = radioRow({
    name: 'account',
    id: 'account-new',
    isChosen: draft.accountId === 'new',
    label: words.form.another,
    more: newAccount(draft.newAccount, faults, context),
    choose: () => send({ type: 'accountChosen', accountId: 'new' }),
  });
  const group = { id: 'account', labelId: 'account-title', errorId: 'account-error', fault: faultOf(faults, 'account') } as const;
  return html`
    ${radioGroup(group, [rows, another], context)}
    ${accounts.filter((account) => !isUsable(account, draft)).map((account) => unusable(account, context))}
  `;
};

const boneRow = (hint: unknown): TemplateResult =>
  html`<div>
    <div class="choice"><input type="radio" disabled /><span>${bone('w3')}</span>${hint}</div>
  </div>`;

/** One account and the way to another, which most payers have: what is below stays where it is when they come. */
const shape = html`<div class="pick measure breathe" aria-hidden="true">
  ${boneRow(html`<small>${bone()}</small>`)} ${boneRow(nothing)}
</div>`;

const content = (draft: Draft, accounts: AccountsState, faults: readonly FieldFault[], context: ViewContext): TemplateResult => {
  const { words, send } = context;
  switch (accounts.status) {
    case 'loading':
      return html`<p class="sr">${words.form.accountsLoading}</p>
        ${shape}`;
    case 'failed':
      return aside(
        'alert',
        'bad',
        html`<div id="account" tabindex="-1">
          <p>${words.form.accountsFailed} ${words.faults[accounts.fault.code]}</p>
          <p>
            <button type="button" class="quiet" part="button" @click=${() => send({ type: 'accountsRetried' })}>${words.tryAgain}</button>
          </p>
        </div>`,
      );
    case 'ready':
      return choices(draft, accounts.accounts, faults, context);
  }
};

export const accountSection = (
  draft: Draft,
  accounts: AccountsState,
  faults: readonly FieldFault[],
  context: ViewContext,
): TemplateResult =>
  section(
    'account-title',
    sectionHeading(context, 'account-title', context.words.bankAccount),
    nothing,
    content(draft, accounts, faults, context),
  );
