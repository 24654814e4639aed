/** A field whose entry can't be used: said to be so, and described by a sentence of what to enter. Must not know what can be used. */
import { make } from './page.js';

const idOf = (field: HTMLElement): string => `${field.id}-fault`;

export const clearFault = (field: HTMLElement): void => {
  document.getElementById(idOf(field))?.remove();
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
};

/** The sentence is said at once as well: a field tells only when it is left, and then the focus is elsewhere. */
export const tellFault = (field: HTMLElement, sentence: string, put: (line: HTMLElement) => void): void => {
  if (document.getElementById(idOf(field))?.textContent === sentence) return;
  clearFault(field);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', idOf(field));
  put(make('p', { id: idOf(field), class: 'fault', role: 'alert' }, sentence));
};
