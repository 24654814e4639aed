/** The report as one page that needs nothing else: no script, no link, every text escaped. Must not know how anything was found. */
import { createHash } from 'node:crypto';
import type { Finding } from '../findings.js';
import { countVerdicts, isPassed, type CheckResult, type Report, type Verdict } from '../report.js';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; border-top: 2px solid; padding-top: .75rem; }
h3 { font-size: 1rem; margin: 2rem 0 .25rem; }
p { margin: .25rem 0; max-width: 46rem; }
code, pre { font: .8125rem/1.45 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 1rem; padding: .75rem; background: color-mix(in srgb, currentcolor 7%, transparent); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid color-mix(in srgb, currentcolor 17%, transparent); }
th { font-weight: 600; }
td:first-child { width: 6rem; white-space: nowrap; }
.quiet { opacity: .75; }
.kept { color: light-dark(#17693a, #7ed6a2); }
.broken, .unfinished { color: light-dark(#b3261e, #ffa59c); font-weight: 600; }
dt { font-weight: 600; }
dd { margin: 0; }
`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

const names: Readonly<Record<Verdict, string>> = { kept: 'Kept', broken: 'Found', unchecked: 'Left', unfinished: 'Stopped' };

const writeFinding = ({ rule, says, where, check, sent, received, expected, times }: Finding): string => `
<h3><code>${escape(rule)}</code> ${escape(says)}</h3>
<p class="quiet">OpenAPI document, “${escape(where)}”. Found by: ${escape(check)}${times > 1 ? `, ${times} times` : ''}.</p>
<dl>${sent === '' ? '' : `<dt>Sent</dt><dd><pre>${escape(sent)}</pre></dd><dt>Came back</dt><dd><pre>${escape(received)}</pre></dd>`}
<dt>Expected</dt><dd><pre>${escape(expected)}</pre></dd></dl>`;

const writeCheck = ({ verdict, title, rules, reason }: CheckResult): string =>
  `<tr><td class="${verdict}">${names[verdict]}</td><td>${escape(title)}${reason === undefined ? '' : ` <span class="quiet">(${escape(reason)})</span>`}` +
  `<br><code class="quiet">${escape(rules.join(' '))}</code></td></tr>`;

const writeArea = (area: string, checks: readonly CheckResult[]): string =>
  `<h3>${escape(area)}</h3><table><thead><tr><th scope="col">Verdict</th><th scope="col">Check</th></tr></thead>` +
  `<tbody>${checks.map(writeCheck).join('')}</tbody></table>`;

const writeSummary = (report: Report): string => {
  const { kept, broken, unchecked, unfinished } = countVerdicts(report);
  const verdict = isPassed(report)
    ? '<strong class="kept">Nothing found.</strong>'
    : `<strong class="broken">${report.findings.length} findings.</strong>`;
  const money = report.mayWrite ? `${report.paid} payments were made, ${report.canceled} of them canceled again.` : 'Nothing was written.';
  return `<p>${verdict} ${kept} checks kept, ${broken} broken, ${unfinished} stopped, ${unchecked} left; ${report.requests} requests. ${money}</p>`;
};

const section = (title: string, body: string): string => (body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`);

export const writeHtml = (report: Report): string => {
  const areas = [...new Set(report.checks.map(({ area }) => area))];
  const rows = report.uncheckedRules.map(({ rule, says }) => `<tr><td><code>${escape(rule)}</code></td><td>${escape(says)}</td></tr>`);
  const left = rows.length === 0 ? '' : `<table><tbody>${rows.join('')}</tbody></table>`;
  const beyond = report.beyondReach.map(({ says, where }) => `<li>${escape(says)} <span class="quiet">(${escape(where)})</span></li>`);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isPassed(report) ? 'Passed' : 'Findings'}: ${escape(report.endpoint)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Endpoint conformance</h1>
<p><code>${escape(report.endpoint)}</code></p>
<p class="quiet">aspire-pay ${escape(report.version)}, ${escape(report.startedAt)}</p>
${writeSummary(report)}
${section('Findings', report.findings.map(writeFinding).join(''))}
${section('Notes', report.notes.map((note) => `<p>${escape(note)}</p>`).join(''))}
${section('Left unchecked', left)}
${section('Not to be seen from outside', `<p>For tests of your own.</p><ul>${beyond.join('')}</ul>`)}
${section(
  'Checks',
  areas
    .map((area) =>
      writeArea(
        area,
        report.checks.filter((check) => check.area === area),
      ),
    )
    .join(''),
)}
</main>
</body>
</html>
`;
};
