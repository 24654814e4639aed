/** Which words a tag gets, which locale it is written in, and from which side it is read. */
import { describe, expect, it } from 'vitest';
import { canonicalTag, directionOf, isSameLanguage, speechFor } from '../../src/domain/language.js';

describe('a language', () => {
  it.each([
    ['fr-CA', 'fr-CA', 'fr-CA'],
    ['en-CA', 'en-CA', 'en-CA'],
    // Another region's words, written as the region asked for writes.
    ['fr-FR', 'fr-CA', 'fr-FR'],
    ['es-MX', 'es-US', 'es-MX'],
    ['es-419', 'es-US', 'es-419'],
    ['ar-EG', 'ar', 'ar-EG'],
    ['en-GB', 'en', 'en-GB'],
    // Without a region, that of the words.
    ['fr', 'fr-CA', 'fr-CA'],
    ['es', 'es-US', 'es-US'],
    ['en', 'en', 'en-US'],
    ['ar', 'ar', 'ar'],
    ['ar-u-nu-arab', 'ar', 'ar-u-nu-arab'],
    ['fr-u-hc-h12', 'fr-CA', 'fr-CA-u-hc-h12'],
    // Without words, English altogether.
    ['de-DE', 'en', 'en-US'],
    ['he', 'en', 'en-US'],
    ['zh-Hant-TW', 'en', 'en-US'],
  ])('%s is spoken in the words of %s and written as in %s', (tag, language, locale) => {
    expect(speechFor(tag)).toEqual({ language, locale });
  });

  it.each([
    ['FR-ca', 'fr-CA'],
    ['en_US', undefined],
    ['', undefined],
    ['no tag', undefined],
    [null, undefined],
  ])('named %s is the tag %s', (text, tag) => {
    expect(canonicalTag(text)).toBe(tag);
  });

  it('is read from the side its script is', () => {
    expect(['ar', 'ar-EG', 'he', 'ur-PK'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(['en-US', 'fr-CA', 'es-US', 'ar-Latn'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
    // In a script of another language, and with a mark of somebody’s own at the end.
    expect(['en-Arab', 'ar-x-fr'].map(directionOf)).toEqual(['rtl', 'rtl']);
  });

  it('nobody knows is read as English is', () => {
    expect(directionOf('qqq')).toBe('ltr');
  });

  it('is the same in every region', () => {
    expect(isSameLanguage('fr', 'fr-CA')).toBe(true);
    expect(isSameLanguage('fr', 'en-CA')).toBe(false);
  });
});
