/** Success criteria under “Perceivable”, levels A and AA. */
import { manual, met, notApplicable, test, type Criterion } from './criterion.js';

const states = 'views/states.browser.test.ts';
const axe = test(states, 'has nothing that axe objects to, in light and in dark');
const adaptation = 'accessibility/adaptation.browser.test.ts';
const noMedia = 'The element shows text, sums and icons; it plays no sound and no video.';

export const perceivable: readonly Criterion[] = [
  met.A(
    '1.1.1',
    'Non-text Content',
    'The lender’s logo carries the lender’s name; icons stand beside the word they picture and are hidden from readers.',
    axe,
    test('views/shell.browser.test.ts', 'names the lender, in letters or by its logo'),
  ),
  notApplicable.A('1.2.1', 'Audio-only and Video-only (Prerecorded)', noMedia),
  notApplicable.A('1.2.2', 'Captions (Prerecorded)', noMedia),
  notApplicable.A('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', noMedia),
  notApplicable.AA('1.2.4', 'Captions (Live)', noMedia),
  notApplicable.AA('1.2.5', 'Audio Description (Prerecorded)', noMedia),
  met.A(
    '1.3.1',
    'Info and Relationships',
    'Invoices and payments are real tables with a caption, column and row headers; sections are regions with headings; choices are radio groups; label, hint and error belong to their field by id.',
    axe,
    test(
      'accessibility/reading.browser.test.ts',
      'finds each contract as a region: its sums, the one button, then its invoices as a table with nothing to choose',
    ),
    test('views/payments.browser.test.ts', 'stand in a table with a caption, a header to each column and a header to each row'),
    test(states, 'has ids that are there once, and points to none that isn’t'),
  ),
  met.A(
    '1.3.2',
    'Meaningful Sequence',
    'The order in the source is the order on screen, also where tables become cards and where two columns become one.',
    test('accessibility/paying.browser.test.ts', 'hears the form as one question after the other, each with what belongs to it'),
    test('accessibility/paying.browser.test.ts', 'hears the whole review before the one button that pays, and the button names the sum'),
  ),
  met.A(
    '1.3.3',
    'Sensory Characteristics',
    'No sentence points to a thing by its shape, size, place or sound; buttons and fields are called by their names.',
    manual(
      'Search src/locales/en/ for left, right, above, below, bottom and colours: they tell of a paper check, and of what is left to pay.',
    ),
  ),
  met.AA(
    '1.3.4',
    'Orientation',
    'The element asks only for the width of its own container; it works however a phone is held.',
    test(adaptation, 'a turned phone is only another width: no rule asks how it is held'),
  ),
  met.AA(
    '1.3.5',
    'Identify Input Purpose',
    'What is asked about a person carries the matching autocomplete purpose, the name on a bank account too; bank numbers are kept out of the browser’s memory on purpose.',
    test(adaptation, 'names the purpose of what is asked for about oneself, so that the browser can fill it in'),
    test('views/pay-form.browser.test.ts', 'enters a new one in plain text fields that allow paste, and the browser remembers no number'),
  ),
  met.A(
    '1.4.1',
    'Use of Color',
    'Each status is a word and an icon before it is a colour; links are underlined; errors are sentences; what is chosen carries its radio button.',
    test('views/contract-list.browser.test.ts', 'reads how each invoice stands by its due date, in words'),
    manual('Look at contracts, payments and a form with corrections in shades of grey: nothing is lost.'),
  ),
  notApplicable.A('1.4.2', 'Audio Control', noMedia),
  met.AA(
    '1.4.3',
    'Contrast (Minimum)',
    'Text has 4.5 : 1 or more against its ground with the default colours and in each of the six brands, light and dark; the theme editor reckons the same pairs for a lender’s own colours.',
    axe,
    test('accessibility/axe-brands.browser.test.ts', 'has no contrast that axe objects to, in any state'),
    test('demo/theme-editor/contrast.test.ts', 'is named with its ratio: white words on amber'),
    test('demo/theme-editor/pairs.browser.test.ts', 'is of pairs that are reckoned, and by as much as each needs'),
  ),
  met.AA(
    '1.4.4',
    'Resize Text',
    'Sizes are relative to the page’s text, and heights follow: at 200 % nothing is cut and nothing overlaps.',
    test(adaptation, 'text of twice the size loses nothing, on half a desktop’s width'),
  ),
  met.AA(
    '1.4.5',
    'Images of Text',
    'All words are text; the only picture with words in it is a lender’s logo, which is exempt.',
    manual('Look through the six brands in the demo: only the logo in the header is a picture.'),
  ),
  met.AA(
    '1.4.10',
    'Reflow',
    'At 320 CSS pixels, which is 400 % of 1280, everything is there in one column without sideways scrolling; tables become labelled rows.',
    test(states, 'fits a phone 320 pixels wide'),
  ),
  met.AA(
    '1.4.11',
    'Non-text Contrast',
    'Edges of fields and buttons, the ring of the focus, and icons that mean something have 3 : 1 or more; the theme editor reckons these pairs, too.',
    test('demo/theme-editor/pairs.browser.test.ts', 'is of pairs that are reckoned, and by as much as each needs'),
    test('demo/theme-editor/contrast.test.ts', 'passes every pair in light and dark: %s'),
    manual('At /theme-editor/, under Contrast, “Every pair”: no pair of edges, ring or icons fails with the default colours.'),
  ),
  met.AA(
    '1.4.12',
    'Text Spacing',
    'No box has a fixed height; with the criterion’s line, letter, word and paragraph spacing nothing is cut, at 320 pixels.',
    test(adaptation, 'text spaced as widely as anybody may ask for loses nothing on a phone'),
  ),
  met.AA(
    '1.4.13',
    'Content on Hover or Focus',
    'Nothing appears on hover or focus: no tooltips, no titles, no menus.',
    test(adaptation, 'things that only a hovering pointer or the focus brings up: there are none'),
  ),
];
