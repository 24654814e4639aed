/** The types of the package, checked in somebody else's project, by both ways of resolving and without leaving libraries out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, type Project } from './support/project.js';

let project: Project;
beforeAll(() => {
  project = makeProject(['typescript']);
});
afterAll(() => project.remove());

const used = `import 'aspire-pay/define.js';
import { AspirePay, type BankSource, type Messages, type SubmittedDetail, type Transport } from 'aspire-pay';
import { Contract, Money } from 'aspire-pay/api';
import { openApiDocument } from 'aspire-pay/api/openapi.js';
import { en } from 'aspire-pay/locales/en.js';
import french from 'aspire-pay/locales/fr-CA.js';
import { checkEndpoint, isPassed, type Report } from 'aspire-pay/conformance';

const element = document.createElement('aspire-pay');
const same: AspirePay = element;
same.getToken = () => Promise.resolve('token');
same.headingLevel = 3;
same.theme = 'dark';
const messages: Messages = { line: { pay: 'Pay this lease' } };
same.messages = messages;
const transport: Transport = (url, init) => fetch(url, init);
same.transport = transport;
const source: BankSource = { collect: () => Promise.resolve({ token: 'token' }) };
same.bankSource = source;
element.addEventListener('aspire-pay-submitted', ({ detail }) => {
  const told: SubmittedDetail = detail;
  console.log(told.payments.length);
});
const found = document.querySelector('aspire-pay');
void found?.refresh().then(() => found.pay('contract-1'));
const money = Money.parse({ value: 1, currency: 'USD' });
const value: number = money.value;
const check = async (): Promise<boolean> => {
  const report: Report = await checkEndpoint({ url: 'https://pay.example' });
  return isPassed(report);
};
console.log(value, Contract, openApiDocument(), en.views.contracts, french, check);
`;

/** Each is refused, or the compiler complains of a directive that nobody needs. */
const mistakes: Readonly<Record<string, string>> = {
  'a property that takes no such value': "same.theme = 'drak';",
  'a method that is not there': 'same.paid();',
  'a callback that answers no promise': "same.getToken = () => 'token';",
  'an event’s detail that is another': "element.addEventListener('aspire-pay-submitted', ({ detail }) => detail.paid);",
  'a message that is not there': "same.messages = { line: { pya: 'Pay' } };",
};
const refused = Object.entries(mistakes).flatMap(([what, line]) => [`// @ts-expect-error ${what}`, line]);

const check = (resolution: { module: string; moduleResolution: string }): string => {
  const compilerOptions = {
    ...resolution,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  project.write({ 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['main.ts'] }) });
  return project.run('npx', '--no-install', 'tsc', '-p', '.');
};

describe('the types', () => {
  it.each([
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
  ])('by moduleResolution %s fit a program that uses every entry, and refuse each mistake', (_name, resolution) => {
    project.write({ 'main.ts': `${used}${refused.join('\n')}\n` });
    expect(check(resolution)).toBe('');
  });

  it('refuse nothing in silence: a directive too many is an error', () => {
    project.write({ 'main.ts': `${used}// @ts-expect-error nothing is wrong here\nsame.theme = 'dark';\n` });
    expect(() => check({ module: 'esnext', moduleResolution: 'bundler' })).toThrow(/main\.ts\(\d+,1\): error TS2578/);
  });
});
