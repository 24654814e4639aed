/**
 * The sample bank source: the fields of a provider in a frame of another origin, spoken to by messages. What a site with hosted fields has
 * to write; the provider's own library would do most of it.
 */
import type { BankSource, BankSourceAnswer } from '../../src/index.js';
import type { ToFields } from '../bank-fields/messages.js';

/** The payer confirms in the frame, and may look for the number first. */
const deadlineMs = 180_000;

/** What came in is anybody's guess until it is checked. */
interface Heard {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly token?: unknown;
  readonly text?: unknown;
  readonly height?: unknown;
}

const readAnswer = ({ type, token, text }: Heard): BankSourceAnswer | undefined => {
  if (type === 'collected' && typeof token === 'string') return { token };
  if (type === 'invalid' && typeof text === 'string') return { invalid: text };
  return type === 'cancelled' ? { cancelled: true } : undefined;
};

/** Puts the frame into the element's slot `bank` and gives the source that speaks to it. `origin` is the provider's. */
export const createFrameSource = (element: HTMLElement, origin: string, path = '/'): BankSource => {
  const frame = document.createElement('iframe');
  frame.slot = 'bank';
  frame.title = 'Bank details';
  frame.className = 'bank-fields';
  frame.src = `${origin}${path}?site=${encodeURIComponent(location.origin)}`;
  element.append(frame);

  const waiting = new Map<string, (answer: BankSourceAnswer) => void>();
  let tellEdited = (): void => undefined;
  const tell = (message: ToFields): void => frame.contentWindow?.postMessage(message, origin);

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const heard = Object(event.data) as Heard;
    if (heard.type === 'edited') tellEdited();
    if (heard.type === 'sized' && typeof heard.height === 'number') frame.height = String(Math.min(600, Math.ceil(heard.height)));
    const answer = readAnswer(heard);
    if (answer && typeof heard.id === 'string') waiting.get(heard.id)?.(answer);
  });

  return {
    deadlineMs,
    collect: (_request, signal) =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        waiting.set(id, (answer) => {
          waiting.delete(id);
          resolve(answer);
        });
        signal.addEventListener('abort', () => {
          waiting.delete(id);
          tell({ type: 'stop', id });
        });
        tell({ type: 'collect', id });
        frame.focus();
      }),
    mount: (edited) => {
      tellEdited = edited;
      return () => {
        tellEdited = (): void => undefined;
        tell({ type: 'clear' });
      };
    },
  };
};
