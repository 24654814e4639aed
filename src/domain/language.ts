/**
 * Which of the languages there are speaks a tag, which locale is written in then, and in which direction.
 * Knows no words and no page.
 */

/** Those with words of their own; a file each in locales. */
export const languages = ['en', 'en-CA', 'fr-CA', 'es-US', 'ar'] as const;
export type Language = (typeof languages)[number];

export type Direction = 'ltr' | 'rtl';

export interface Speech {
  readonly language: Language;
  /** What Intl formats in. Only languages that are spoken are formatted in, so that a page never mixes two. */
  readonly locale: string;
}

export const english: Speech = { language: 'en', locale: 'en-US' };

/** A tag the browser can format in; undefined for anything else. */
export const canonicalTag = (tag: string | null | undefined): string | undefined => {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
};

/** The region's own words, else the language's in another region, else English. A tag without a region takes that of its words. */
export const speechFor = (tag: string): Speech => {
  // The most frequent one waits for no locale to be looked into.
  if (tag === english.locale) return english;
  const asked = new Intl.Locale(tag);
  const spoken =
    languages.find((name) => name === `${asked.language}-${asked.region ?? ''}`) ??
    languages.find((name) => new Intl.Locale(name).language === asked.language);
  if (spoken === undefined) return english;
  const { region } = new Intl.Locale(spoken === 'en' ? english.locale : spoken);
  const locale = asked.region === undefined && region !== undefined ? new Intl.Locale(asked, { region }) : asked;
  return { language: spoken, locale: locale.toString() };
};

export const isSameLanguage = (a: string, b: string): boolean => new Intl.Locale(a).language === new Intl.Locale(b).language;

/** These are written in one script, unless the tag says otherwise. */
const isPlainlyLatin = (tag: string): boolean => /^(en|es|fr)(-[A-Z]{2}|-\d{3})?$/.test(tag);

/** Scripts that are read from the right; a language nobody knows has none. */
const fromRight: readonly (string | undefined)[] = ['Arab', 'Hebr'];

/** By the script that the language is written in. */
export const directionOf = (tag: string): Direction =>
  !isPlainlyLatin(tag) && fromRight.includes(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr';
