/**
 * The choice of a fault: injected as soon as it is chosen, until another is, or until it is used up.
 * Must not know how a fault is made.
 */
import { fetchJson, find, pollMs, sendJson } from './page.js';

const select = find('#fault', HTMLSelectElement);

const show = (answer: unknown): void => {
  const { fault } = answer as { fault: string | null };
  select.value = fault ?? '';
};

export const listenForFaults = (tell: (words: string) => void, tellRefusal: (error: unknown) => void): void => {
  const refresh = (): void => {
    // A choice under way is the person's own; a page that is looked away from has none.
    if (document.activeElement !== select || !document.hasFocus()) fetchJson('/back-office/api/faults').then(show, () => undefined);
  };
  refresh();
  window.setInterval(refresh, pollMs);
  select.addEventListener('change', () => {
    const fault = select.value === '' ? null : select.value;
    const words =
      fault === null
        ? 'The endpoint answers as it should.'
        : `The customer’s page now meets this fault: ${select.selectedOptions[0]?.text ?? ''}.`;
    sendJson('PUT', '/back-office/api/faults', { fault }).then(() => tell(words), tellRefusal);
  });
};
