/**
 * The panel that shows integrators which events the element fired, newest first.
 * Shows what an event carries and keeps none of it.
 */
const eventNames = [
  'aspire-pay-ready',
  'aspire-pay-submit',
  'aspire-pay-submitted',
  'aspire-pay-refused',
  'aspire-pay-unknown',
  'aspire-pay-canceled',
  'aspire-pay-auth-required',
  'aspire-pay-signed-in',
  'aspire-pay-error',
  'aspire-pay-view-change',
  'aspire-pay-diagnostic',
] as const;

const rowsKept = 100;

const makeText = (tag: 'code' | 'time', className: string, text: string): HTMLElement => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

const makeRow = (event: Event): HTMLLIElement => {
  const row = document.createElement('li');
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const time = new Date().toLocaleTimeString(undefined, { hour12: false });
  row.append(
    makeText('time', 'time', time),
    makeText('code', 'name', event.type),
    makeText('code', 'detail', JSON.stringify(detail ?? null)),
  );
  return row;
};

/** Lists every event of the element from now on. */
export const logEvents = (element: HTMLElement, list: HTMLOListElement, count: HTMLElement): void => {
  let total = 0;
  for (const name of eventNames) {
    element.addEventListener(name, (event) => {
      total += 1;
      list.prepend(makeRow(event));
      while (list.children.length > rowsKept) list.lastElementChild?.remove();
      count.textContent = total === 1 ? '1 event' : `${total} events`;
    });
  }
};
