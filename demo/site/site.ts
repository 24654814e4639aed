/**
 * The Northline site's own script: what any site with the element has to write, and the demo's payer switcher.
 * Runs before the element's script, so that the token callback is there when the element starts.
 */
import type { BankSource } from '../../src/index.js';
import { createFrameSource } from './bank-source.js';
import { startBrandChoice } from './brand-choice.js';
import { logEvents } from './event-log.js';
import { offerLanguages } from './language.js';
import { findSignedIn, isSignedOut, loadPayers, signInAs } from './signed-in.js';

const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
};

const aspirePay: HTMLElement & { getToken?: () => Promise<string>; bankSource?: BankSource; refresh?: () => Promise<void> } = find(
  'aspire-pay',
  HTMLElement,
);

if (!isSignedOut()) {
  aspirePay.getToken = async () => {
    const payer = await findSignedIn();
    if (!payer) throw new Error('Nobody is signed in.');
    return payer.token;
  };
}

offerLanguages(find('#language', HTMLSelectElement), aspirePay);
logEvents(aspirePay, find('#told-list', HTMLOListElement), find('#told-count', HTMLElement));

const fillSwitcher = async (select: HTMLSelectElement): Promise<void> => {
  const payers = await loadPayers();
  const current = await findSignedIn();
  const options = payers.map((payer) => new Option(payer.name, payer.id, false, payer.id === current?.id));
  select.replaceChildren(...options, new Option('Signed out', '', false, current === undefined));
  select.addEventListener('change', () => signInAs(select.value === '' ? undefined : select.value));
};

const signInAgain = async (): Promise<void> => {
  const [first] = await loadPayers();
  signInAs(first?.id);
};

const showProblem = (): void => {
  const notice = find('#site-problem', HTMLElement);
  notice.hidden = false;
  notice.textContent = 'The demo’s payers could not be loaded. Check that the demo is still running, then reload this page.';
};

/** With `?bank-source`, bank details are typed into fields of another origin. */
const useBankFields = async (): Promise<void> => {
  const response = await fetch('/demo/bank-fields', { cache: 'no-store' });
  const { origin } = (await response.json()) as { origin: string };
  aspirePay.bankSource = createFrameSource(aspirePay, origin);
};
if (new URLSearchParams(location.search).has('bank-source')) useBankFields().catch(showProblem);

find('#sign-in', HTMLButtonElement).addEventListener('click', () => {
  signInAgain().catch(showProblem);
});
fillSwitcher(find('#who', HTMLSelectElement)).catch(showProblem);
startBrandChoice(find('#brand', HTMLSelectElement), async () => aspirePay.refresh?.(), showProblem).catch(showProblem);
