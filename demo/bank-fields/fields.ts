/**
 * The page with the bank fields, inside its frame: keeps what is typed to itself and its own server, and tells the site of a token at most.
 * Listens to the one page it was shown for, and answers no other.
 */
import type { FromFields } from './messages.js';

const site = new URLSearchParams(location.search).get('site') ?? '';

const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
};

const form = find('#fields', HTMLFormElement);
const inputs = { routing: find('#routing', HTMLInputElement), account: find('#account', HTMLInputElement) } as const;
const question = find('#confirm', HTMLElement);

const tell = (message: FromFields): void => window.parent.postMessage(message, site);

const mark = (wrong: Readonly<Record<string, string>>): void => {
  for (const [name, input] of Object.entries(inputs)) {
    const text = wrong[name] ?? '';
    const line = find(`#${name}-wrong`, HTMLElement);
    line.textContent = text;
    line.hidden = text === '';
    input.setAttribute('aria-invalid', String(text !== ''));
  }
};

const show = (isAsking: boolean): void => {
  form.hidden = isAsking;
  question.hidden = !isAsking;
};

const clear = (): void => {
  for (const input of Object.values(inputs)) input.value = '';
  mark({});
  show(false);
};

interface Answer {
  readonly token?: string;
  readonly bankName?: string;
  readonly last4?: string;
  readonly wrong?: Readonly<Record<string, string>>;
}

const askVault = async (): Promise<Answer> => {
  const body = JSON.stringify({ routingNumber: inputs.routing.value, accountNumber: inputs.account.value });
  const response = await fetch('tokens', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  return (await response.json()) as Answer;
};

/** The payer's last word: true for *Use this account*. A later question ends an earlier one. */
let settle: ((isMeant: boolean) => void) | undefined;
const ask = (text: string): Promise<boolean> =>
  new Promise((resolve) => {
    settle?.(false);
    settle = (isMeant) => {
      settle = undefined;
      show(false);
      resolve(isMeant);
    };
    find('#confirm-text', HTMLElement).textContent = text;
    show(true);
    find('#use', HTMLButtonElement).focus();
  });
find('#use', HTMLButtonElement).addEventListener('click', () => settle?.(true));
find('#cancel', HTMLButtonElement).addEventListener('click', () => settle?.(false));

const collect = async (id: string): Promise<void> => {
  const { token, bankName = '', last4 = '', wrong = {} } = await askVault();
  mark(wrong);
  if (token === undefined) {
    tell({ type: 'invalid', id, text: 'Check the routing number and the account number.' });
    Object.values(inputs)
      .find((input) => input.getAttribute('aria-invalid') === 'true')
      ?.focus();
    return;
  }
  const isMeant = await ask(`${bankName}, account ending in ${last4}`);
  if (isMeant) tell({ type: 'collected', id, token });
  else tell({ type: 'cancelled', id });
};

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window.parent || event.origin !== site) return;
  const { type, id } = Object(event.data) as { type?: unknown; id?: unknown };
  if (type === 'clear') clear();
  else if (type === 'stop') settle?.(false);
  // Without an answer the site gives up by itself.
  else if (type === 'collect' && typeof id === 'string') collect(id).catch(() => undefined);
});

for (const input of Object.values(inputs)) input.addEventListener('input', () => tell({ type: 'edited' }));
form.addEventListener('submit', (event) => event.preventDefault());
new ResizeObserver(() => tell({ type: 'sized', height: document.body.offsetHeight })).observe(document.body);
