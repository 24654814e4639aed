/** The command as somebody types it: exit codes, what it says to a pipe and to a terminal, its reports, and what stays out of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHtml, writeText, type Report } from '../../src/conformance/index.js';
import { answerWith, changeAnswer, is, answerRecord } from './broken/variant.js';
import { checkReference, startReference, type Reference } from './support/reference.js';

const root = resolve(import.meta.dirname, '../..');
const patience = 180_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const run = async (args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/conformance/cli.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
};

describe('wrong usage ends with 2, and says how it is used', () => {
  it.each([
    { args: [], says: 'Name the endpoint’s address.' },
    { args: ['ftp://pay.example.com'], says: 'ftp://pay.example.com is no http or https address.' },
    { args: ['https://user:secret@pay.example.com/v1'], says: 'leave out names, passwords' },
    { args: ['https://a.example', 'https://b.example'], says: 'Name one address.' },
    { args: ['https://a.example', '--write', '--token', 'one'], says: 'Writing needs the tokens of two payers' },
    { args: ['https://a.example', '--nonsense'], says: "Unknown option '--nonsense'" },
    { args: ['https://a.example', '--origin', 'www.example.com'], says: 'is no origin such as' },
    { args: ['https://a.example', '--routing-number', '12'], says: 'A routing number has nine digits.' },
  ])(
    '$args',
    async ({ args, says }) => {
      const { code, err, out } = await run(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(says);
      expect(err).toContain('aspire-pay-conformance <url> [options]');
    },
    patience,
  );

  it(
    'help is no mistake',
    async () => {
      const { code, out } = await run(['--help']);
      expect(code).toBe(0);
      expect(out).toContain('--other-token');
    },
    patience,
  );

  it(
    'an address where nothing answers',
    async () => {
      const { code, err } = await run(['http://127.0.0.1:1/api']);
      expect(code).toBe(2);
      expect(err).toContain('cannot be reached');
    },
    patience,
  );
});

describe('a run', () => {
  let sound: Reference;
  let broken: Reference;
  let folder: string;

  beforeAll(async () => {
    sound = await startReference();
    broken = await startReference({
      wrap: changeAnswer(async (response, request) =>
        is(request, 'GET', '/contracts')
          ? answerWith(response, { total: '<script>alert(1)</script>\u001b[2J', items: (await answerRecord(response))['items'] })
          : response,
      ),
    });
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-kit-'));
  });

  afterAll(async () => {
    await sound.stop();
    await broken.stop();
    rmSync(folder, { recursive: true });
  });

  it(
    'that only reads ends with 0, says what it left, and is plain when piped',
    async () => {
      const { code, out, err } = await run([sound.url], {
        ASPIRE_PAY_TOKEN: 'demo-acme',
        ASPIRE_PAY_OTHER_TOKEN: 'demo-beta',
        FORCE_COLOR: '1',
      });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('it only reads');
      expect(out).toMatch(/Nothing found\. \d+ checks kept, 0 broken, 0 stopped, \d+ left; \d+ requests\. Nothing was written\.\n$/);
      expect(out).toContain('With --write it would send\n');
      expect(out).toContain('A cookie counts only with SameSite and a check of Origin.');
      expect(out).not.toContain('\u001b');
    },
    patience,
  );

  it(
    'with a token nobody knows ends with 2',
    async () => {
      const { code, err } = await run([sound.url, '--token', 'demo-nobody']);
      expect(code).toBe(2);
      expect(err).toBe('The endpoint does not know the token given by --token.\n');
    },
    patience,
  );

  it(
    'that finds something ends with 1, and writes two reports without tokens, controls or markup',
    async () => {
      const [json, html] = [join(folder, 'report.json'), join(folder, 'report.html')];
      const { code, out } = await run([broken.url, '--token', 'demo-acme', '--json', json, '--html', html]);
      expect(code).toBe(1);
      expect(out).toContain('answer.form');
      expect(out).toContain('Stands in the OpenAPI document under “Answers”.');
      expect(out).toContain('authorization: Bearer [token]');
      const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
      expect(report.findings.map(({ rule }) => rule)).toContain('answer.form');
      const page = readFileSync(html, 'utf8');
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toContain('<script');
      for (const text of [out, readFileSync(json, 'utf8'), page]) expect(text).not.toContain('demo-acme');
      expect(out).not.toContain('\u001b');
    },
    patience,
  );
});

describe('a report', () => {
  let report: Report;

  beforeAll(async () => {
    const repeatNumber = changeAnswer(async (response, request) => {
      const number = /"accountNumber":"(\d+)"/.exec(await request.clone().text())?.[1] ?? '';
      return is(request, 'POST', '/bank-accounts') && response.ok
        ? answerWith(response, { ...(await answerRecord(response)), label: `Account ${number}` })
        : response;
    });
    report = await checkReference({ wrap: repeatNumber });
  }, patience);

  it('repeats no account number, where one was told', () => {
    expect(report.findings.map(({ rule }) => rule)).toEqual(['answer.digits', 'answer.digits']);
    const [finding] = report.findings;
    expect(finding?.sent).toContain('"accountNumber":"[account number]"');
    expect(finding?.received).toContain('"label":"Account [account number]"');
    for (const text of [writeText(report, { isColoured: false }), writeHtml(report), JSON.stringify(report)]) {
      expect(text).not.toMatch(/Account \d/);
    }
  });

  it('is coloured for a terminal', () => {
    expect(writeText(report, { isColoured: true })).toContain('\u001b[31m1. answer.digits\u001b[0m');
  });

  it('is a page that needs nothing else', () => {
    const page = writeHtml(report);
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(page).not.toMatch(/\s(src|href|style|on\w+)=/);
  });
});
