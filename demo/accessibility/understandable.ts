/** Success criteria under “Understandable” and “Robust”, levels A and AA. 4.1.1 is no longer part of WCAG. */
import { manual, met, shared, test, type Criterion } from './criterion.js';

const paying = 'accessibility/paying.browser.test.ts';
const adaptation = 'accessibility/adaptation.browser.test.ts';
const axe = test('views/states.browser.test.ts', 'has nothing that axe objects to, in light and in dark');
const onceEach = test(
  paying,
  'is told that a press without the tick sent nothing, then that it is sent, then that it is accepted: each once',
);

export const understandable: readonly Criterion[] = [
  shared.A(
    '3.1.1',
    'Language of Page',
    'The element says which language and direction it speaks, whatever those of the page are; the page says its own.',
    test('e2e/languages.browser.test.ts', 'stands beside another on one page, each in its own language and direction'),
  ),
  met.AA(
    '3.1.2',
    'Language of Parts',
    'All words of the element’s own are of one language; what the endpoint says is shown as it was sent. The authorization comes in the language of the review.',
    test('locales/on-screen.browser.test.ts', 'no English is left in “${name}”'),
    test('e2e/languages.browser.test.ts', 'asks for the authorization in the language of the review, and gives it in that one'),
  ),
  met.A(
    '3.2.1',
    'On Focus',
    'The focus changes nothing but the field of an account number that was entered before: its mask gives way to an empty field, and comes back where nothing is typed. No view changes and nothing is sent.',
    test('views/pay-form.browser.test.ts', 'shows an empty field to somebody who comes back, and the mask again when nothing was typed'),
    manual('Tab through a form: no view changes and nothing is sent.'),
  ),
  met.A(
    '3.2.2',
    'On Input',
    'Choosing and typing change only what is chosen; a field appears below its choice, and a view changes by a button alone.',
    test('views/pay-form.browser.test.ts', 'chooses another amount by the arrow keys, as in any group of choices'),
    manual('Choose each amount, date and account in turn: the form stays, and the focus with it.'),
  ),
  met.AA(
    '3.2.3',
    'Consistent Navigation',
    'The same navigation in the same order stands in every view that is not a step of paying.',
    test('views/shell.browser.test.ts', 'has a navigation where there is more than one view, and says which is shown'),
    test('views/shell.browser.test.ts', 'has the navigation in one order and place, whichever view is shown'),
  ),
  met.AA(
    '3.2.4',
    'Consistent Identification',
    'The same action has the same word everywhere, and the same sum the same name: the words are kept in one place, by what they do.',
    test('locales/words.test.ts', 'calls a sum by the same name wherever it stands, and no other sum by it'),
  ),
  shared.A(
    '3.2.6',
    'Consistent Help',
    'Once it is known who the lender is, how to reach it stands below the heading of whatever went wrong or is still checked, always in the same form and order; help over the whole site is the page’s.',
    test(
      'views/help.browser.test.ts',
      'help is there once, below the heading and in one form, in every state that went wrong or is still checked',
    ),
    test('views/result.browser.test.ts', 'says first not to pay again, when it was pressed, and whom to call with which number'),
  ),
  met.A(
    '3.3.1',
    'Error Identification',
    'Each mistake is a sentence at its field and a line in a summary that takes the focus; a payment refused says so, and that nothing was paid.',
    test(paying, 'is led by the summary of mistakes to the field, and hears there what is wrong and what to enter'),
    test(paying, 'is told at once that a payment is refused, and that nothing was paid'),
  ),
  met.A(
    '3.3.2',
    'Labels or Instructions',
    'Every field has a label on screen, and a hint where a form of writing or a bound is expected; what can be left empty says that it is required.',
    axe,
    test('views/pay-form.browser.test.ts', 'is told of each field that can be left empty, and of each choice, that it is required'),
    test('views/pay-form.browser.test.ts', 'types an amount, told the bounds, the sign standing outside the field'),
  ),
  met.AA(
    '3.3.3',
    'Error Suggestion',
    'A sentence says what to enter instead: the highest amount, the next open day, how many digits.',
    test('e2e/bad-input.browser.test.ts', 'refuses ${what} and names a day that is open'),
    test(paying, 'is led by the summary of mistakes to the field, and hears there what is wrong and what to enter'),
  ),
  met.AA(
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'Before a payment everything is checked, shown on one screen and authorized by a tick and a button that names the sum; it can be canceled until the lender has taken it. Removing an account asks first.',
    onceEach,
    test(paying, 'hears the whole review before the one button that pays, and the button names the sum'),
    test('e2e/cancel.browser.test.ts', 'a payment after asking: shown at once, told once, and the record is neutralised'),
    test('e2e/bank-accounts.browser.test.ts', 'removes one after asking in its row'),
  ),
  met.A(
    '3.3.7',
    'Redundant Entry',
    'Going back from the review keeps every entry, and so does a session that ends; bank digits alone are asked for again, for the payer’s safety. Saved accounts and addresses are offered.',
    test('e2e/keyboard.browser.test.ts', 'comes back from the review with everything kept'),
    test(
      'e2e/session-end.browser.test.ts',
      'is warned of in a note that takes no focus, and goes on with a code without a word of the form lost',
    ),
  ),
  met.AA(
    '3.3.8',
    'Accessible Authentication (Minimum)',
    'Nothing has to be remembered, solved or copied by hand: the mailed code can be pasted, also with spaces, or filled in by the browser.',
    test(adaptation, 'has one field for the code that the browser fills in, and into which it can be pasted'),
    test(
      'e2e/enrollment.browser.test.ts',
      'says that a code is wrong, keeps the focus in its field, and takes a new one pasted with spaces',
    ),
  ),
  met.A(
    '4.1.2',
    'Name, Role, Value',
    'Controls are the browser’s own, so role and value are, too; names come from what is on screen.',
    axe,
    test(
      'accessibility/following-up.browser.test.ts',
      'on a payment: hears its row, is asked before it is canceled, and gets the receipt read',
    ),
  ),
  met.AA(
    '4.1.3',
    'Status Messages',
    'One polite and one urgent live region are there from the start and say each change once, without moving the focus.',
    onceEach,
    test('accessibility/reading.browser.test.ts', 'hears how many contracts a switch brings, and how many it brings back'),
    test('accessibility/reading.browser.test.ts', 'is told at once that the connection is lost, and that it is back'),
  ),
];
