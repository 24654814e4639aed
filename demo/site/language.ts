/**
 * The language of the element on the Northline site, for trying it out: `?locale=fr-CA`, or the choice in the demo's bar.
 * A site in the payer's language needs none of this: the element follows the page's `lang`.
 */
const parameter = 'locale';

const readLocale = (): string => new URLSearchParams(location.search).get(parameter) ?? '';

const keepLocale = (locale: string): void => {
  const url = new URL(location.href);
  if (locale === '') url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, locale);
  history.replaceState(null, '', url);
};

const speak = (element: Element, locale: string): void => {
  if (locale === '') element.removeAttribute('locale');
  else element.setAttribute('locale', locale);
};

export const offerLanguages = (select: HTMLSelectElement, element: Element): void => {
  const locale = readLocale();
  speak(element, locale);
  if (locale !== '' && ![...select.options].some(({ value }) => value === locale)) select.add(new Option(locale, locale));
  select.value = locale;
  select.addEventListener('change', () => {
    speak(element, select.value);
    keepLocale(select.value);
  });
};
