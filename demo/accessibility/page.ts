/** The page that shows, criterion by criterion, how WCAG 2.2 AA is met and what shows it. Written to be read, printed and filed. */
import { html } from 'hono/html';
import { drawPage, drawPlaces } from '../drawn-page.js';
import { criteria } from './criteria.js';
import type { Criterion, Evidence } from './criterion.js';

const verdicts = { met: 'Met', shared: 'Met; the page has a part in it', 'not applicable': 'Not applicable' } as const;

/** What a table of cases fills in differs from case to case. */
const withoutValues = (title: string): string => title.replace(/\$\{\w+\}|%s/g, '…');

const drawEvidence = (evidence: Evidence) =>
  evidence.kind === 'manual'
    ? html`<li><b>By hand</b> ${evidence.step}</li>`
    : html`<li><b>Test</b> ${withoutValues(evidence.title)}<br /><code>test/${evidence.file}</code></li>`;

const drawRow = ({ id, name, level, verdict, how, shown }: Criterion) => html`
  <tr id="c-${id}">
    <th scope="row"><span class="id">${id}</span> ${name}</th>
    <td data-label="Level">${level}</td>
    <td data-label="Outcome">
      <b class="${verdict.replace(' ', '-')}">${verdicts[verdict]}</b>
      <p>${how}</p>
    </td>
    <td data-label="Shown by">
      ${
        shown.length > 0
          ? html`<ul>
              ${shown.map(drawEvidence)}
            </ul>`
          : '–'
      }
    </td>
  </tr>
`;

const count = (verdict: Criterion['verdict']): number => criteria.filter((one) => one.verdict === verdict).length;
const tests = new Set(criteria.flatMap(({ shown }) => shown.flatMap((one) => (one.kind === 'test' ? [one.file + one.title] : [])))).size;
const byHand = criteria.flatMap(({ shown }) => shown.filter(({ kind }) => kind === 'manual')).length;

const drawSummary = () => html`
  <dl class="summary">
    <div>
      <dt>Criteria, levels A and AA</dt>
      <dd>${criteria.length}</dd>
    </div>
    <div>
      <dt>Met by the element</dt>
      <dd>${count('met')}</dd>
    </div>
    <div>
      <dt>Met, with a part for the page</dt>
      <dd>${count('shared')}</dd>
    </div>
    <div>
      <dt>Not applicable</dt>
      <dd>${count('not applicable')}</dd>
    </div>
    <div>
      <dt>Tests named here</dt>
      <dd>${tests}</dd>
    </div>
    <div>
      <dt>Steps by hand</dt>
      <dd>${byHand}</dd>
    </div>
  </dl>
`;

const drawIntroduction = () => html`
  <p class="lead">
    <code>&lt;aspire-pay&gt;</code> against the success criteria of
    <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines 2.2</a>, levels A and AA: how each is met, and the test or
    the step by hand that shows it. The tests run in Chromium, Firefox and WebKit at every change, against a real endpoint.
  </p>
  ${drawSummary()}
  <h2>What this covers</h2>
  <p>
    The element: every view, in English, French, Spanish and Arabic, with its own colours and those of the six brands of this demonstration.
    Not the page around it, the lender’s colours, which the <a href="/theme-editor/">theme editor</a> checks, nor bank fields a lender puts
    in place of the element’s.
  </p>
  <h2>What it does not</h2>
  <p>
    Announcements are checked with a virtual screen reader and with the browsers’ own accessibility rules. It has not been tried by people
    who use NVDA, JAWS, VoiceOver or TalkBack every day; a lender’s audit should do that on the page where the element stands.
  </p>
`;

export const drawAccessibilityPage = () =>
  drawPage(
    {
      title: 'Accessibility: WCAG 2.2 AA, criterion by criterion',
      about: 'How the element meets each success criterion of WCAG 2.2, levels A and AA, and what shows it.',
      sheets: ['/site/plain.css', '/accessibility/accessibility.css', '/accessibility/print.css'],
    },
    html`<a class="skip" href="#criteria">Skip to the criteria</a>
      <header class="top">${drawPlaces('/accessibility/')}</header>
      <main>
        <h1>Accessibility, criterion by criterion</h1>
        ${drawIntroduction()}
        <table id="criteria">
          <caption>
            WCAG 2.2, levels A and AA
          </caption>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">Level</th>
              <th scope="col">Outcome, and how</th>
              <th scope="col">Shown by</th>
            </tr>
          </thead>
          <tbody>
            ${criteria.map(drawRow)}
          </tbody>
        </table>
      </main>`,
  );
