/** Success criteria under “Operable”, levels A and AA. */
import { manual, met, notApplicable, shared, test, type Criterion } from './criterion.js';

const adaptation = 'accessibility/adaptation.browser.test.ts';
const byKeyboard = test('e2e/keyboard.browser.test.ts', 'goes from the list to the accepted payment');

export const operable: readonly Criterion[] = [
  met.A(
    '2.1.1',
    'Keyboard',
    'Every control is the browser’s own button, link, field or radio button; each journey is walked by keyboard alone.',
    byKeyboard,
    test('e2e/pay-all.browser.test.ts', 'works by keyboard alone to the accepted payment, and the focus is never lost'),
    test('e2e/cancel.browser.test.ts', 'by keyboard alone'),
    test('e2e/bank-accounts.browser.test.ts', 'can be added and removed by keyboard alone'),
    test('e2e/enrollment.browser.test.ts', 'can be done by keyboard alone'),
  ),
  met.A(
    '2.1.2',
    'No Keyboard Trap',
    'There is no dialog and nothing catches Tab; questions are asked in place and can be left.',
    byKeyboard,
    manual('Tab through each view from the page before the element to the page behind it, and back.'),
  ),
  met.A(
    '2.1.4',
    'Character Key Shortcuts',
    'There are no shortcuts.',
    manual('Search src for keydown, keyup and accesskey: there is none.'),
  ),
  met.A(
    '2.2.1',
    'Timing Adjustable',
    'Two minutes before a session ends the payer is told and can stay with one press; if it ends all the same, what was typed is kept, except bank digits.',
    test('accessibility/signing-in.browser.test.ts', 'is warned of a session’s end without losing the place, and stays'),
    test('controllers/session-end.test.ts', 'is warned of two minutes before, once, and not sooner'),
    test('e2e/session-end.browser.test.ts', 'signs out calmly, and gives everything but bank digits back after the next sign-in'),
  ),
  met.A(
    '2.2.2',
    'Pause, Stop, Hide',
    'Only what is on its way moves, beside the word that says so: a shape of what is loading and a ring in a pressed button, until the answer is there or given up. The ring beside a payment being checked, which may be for long, stands still within five seconds. Figures that renew themselves move nothing.',
    test(
      adaptation,
      'a ring that turns all day beside what is read: only one in a pressed button goes on, others stop within five seconds',
    ),
    test(adaptation, 'motion: it is only there for those who did not ask for less, and nothing flashes'),
  ),
  met.A(
    '2.3.1',
    'Three Flashes or Below Threshold',
    'Nothing flashes: the only two animations take longer than a second a turn.',
    test(adaptation, 'motion: it is only there for those who did not ask for less, and nothing flashes'),
  ),
  shared.A(
    '2.4.1',
    'Bypass Blocks',
    'Headings, one navigation and a region for each contract let a reader jump; a skip link over the page’s own header is the page’s.',
    test('views/states.browser.test.ts', 'has one heading of its own that the focus can move to'),
    test(
      'accessibility/reading.browser.test.ts',
      'finds each contract as a region: its sums, the one button, then its invoices as a table with nothing to choose',
    ),
  ),
  shared.A(
    '2.4.2',
    'Page Titled',
    'The title is the page’s; the element never changes it, and says each view by its heading.',
    manual('Look at the title of the page the element stands on.'),
  ),
  met.A(
    '2.4.3',
    'Focus Order',
    'The focus goes in reading order, to the heading at each step, to the summary of corrections, and back to where it was when a question is closed.',
    byKeyboard,
    test('e2e/cancel.browser.test.ts', 'nothing where the payer thinks better of it, and the focus is where it was'),
    test('e2e/bad-input.browser.test.ts', 'leads from the summary to the field'),
  ),
  met.A(
    '2.4.4',
    'Link Purpose (In Context)',
    'A link to a document is named by its invoice; buttons that repeat name their contract or payment, out of sight where the place says it already.',
    test('views/contract-list.browser.test.ts', 'finds one way to pay a contract, named by its number'),
    test('views/contract-list.browser.test.ts', 'follows a link only where there is a document, into a page of its own'),
  ),
  shared.AA(
    '2.4.5',
    'Multiple Ways',
    'The element is one page of a site; inside it a contract is found by its place, by search and by order.',
    test('views/toolbar.browser.test.ts', 'searches on Enter, and by emptying the field'),
    test('views/toolbar.browser.test.ts', 'sorts, and turns to closed contracts'),
  ),
  met.AA(
    '2.4.6',
    'Headings and Labels',
    'Headings say what a view is for, and with which contract; labels are the field’s own words.',
    test('views/states.browser.test.ts', 'has one heading of its own that the focus can move to'),
    test('accessibility/paying.browser.test.ts', 'hears the form as one question after the other, each with what belongs to it'),
  ),
  met.AA(
    '2.4.7',
    'Focus Visible',
    'A ring of three pixels stands around whatever a key has moved to.',
    test(adaptation, 'a focus nobody sees: every control has a ring, and nothing lies over it'),
  ),
  met.AA(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'Nothing lies over anything: no dialog, no bar that stays. A page with a bar of its own sets scroll-padding.',
    test(adaptation, 'a focus nobody sees: every control has a ring, and nothing lies over it'),
  ),
  met.A('2.5.1', 'Pointer Gestures', 'Everything is done by a single press.', manual('Go through a payment with single presses only.')),
  met.A(
    '2.5.2',
    'Pointer Cancellation',
    'Buttons act on the click, so a press that is moved away before it is let go does nothing; nothing is paid without a review before.',
    test('views/review.browser.test.ts', 'is a person’s own click on the button'),
    manual('Press on Authorize, move the pointer off, let go: nothing is sent.'),
  ),
  met.A(
    '2.5.3',
    'Label in Name',
    'A name begins with the words on screen; a number that tells apart comes behind them.',
    test('views/payments.browser.test.ts', 'offer to cancel only what can be canceled, and each button names its payment out of sight'),
    test('views/contract-list.browser.test.ts', 'finds one way to pay a contract, named by its number'),
  ),
  notApplicable.A('2.5.4', 'Motion Actuation', 'Nothing is done by moving a device.'),
  notApplicable.AA('2.5.7', 'Dragging Movements', 'Nothing is dragged.'),
  met.AA(
    '2.5.8',
    'Target Size (Minimum)',
    'Controls are 44 pixels high, links in a row of a table at least 24.',
    test(adaptation, 'targets too small for a finger: controls are 44 pixels high, and nothing is under 24'),
    test('views/payments.browser.test.ts', 'have targets high enough for a finger, none over another'),
  ),
];
