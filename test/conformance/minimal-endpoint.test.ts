/** The smallest endpoint of the examples, started by the command README names, passes the kit. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkEndpoint } from '../../src/conformance/index.js';

const root = resolve(import.meta.dirname, '../..');
const folder = 'demo/examples/minimal-endpoint';

let child: ChildProcess;
let url: string;

beforeAll(async () => {
  child = spawn(process.execPath, [`${folder}/server.mjs`], { cwd: root, env: { PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('The example has no output.');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  url = line.replace('Endpoint ready at ', '');
});

afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
});

it('passes the kit', async () => {
  const report = await checkEndpoint({ url, token: 'token-of-ann', otherToken: 'token-of-bob', mayWrite: true });
  expect(report.findings.map(({ rule, check, expected, received }) => `${rule} (${check}): ${expected}; ${received}`)).toEqual([]);
  expect(report.checks.filter(({ verdict }) => verdict === 'unfinished')).toEqual([]);
  expect(report.checks.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThanOrEqual(90);
  expect(report.paid).toBeGreaterThan(15);
}, 180_000);

it('has no package, nothing of the reference endpoint, and under four hundred lines of code', () => {
  const texts = readdirSync(join(root, folder)).map((file) => readFileSync(join(root, folder, file), 'utf8'));
  const imports = texts.flatMap((text) => [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? ''));
  expect(imports.filter((name) => !/^(node:|\.\/[\w-]+\.mjs$)/.test(name))).toEqual([]);
  const isCode = (line: string): boolean => !/^\s*($|\/?\*)/.test(line);
  expect(texts.flatMap((text) => text.split('\n').filter(isCode)).length).toBeLessThan(400);
});

it('is started by the command README names', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`node ${folder}/server.mjs`);
});
