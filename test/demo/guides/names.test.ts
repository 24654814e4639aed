/** Every public name in the guides and the README is one that the product has: read from the product itself, so that a vanished one fails here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { cashApplicationMethods } from '../../../demo/endpoint/cash-application.js';
import { returnCodes } from '../../../demo/endpoint/eft/return-codes.js';
import { usualRateLimits } from '../../../demo/endpoint/rate-limits.js';
import { Features, paymentStatuses } from '../../../src/api/index.js';
import { openApiDocument } from '../../../src/api/openapi.js';
import { problemName, problemStatus } from '../../../src/api/problems.js';
import { AspirePay } from '../../../src/aspire-pay.js';
import { tokens } from '../../../src/domain/tokens.js';
import { en } from '../../../src/locales/en.js';
import { guides, root, samplesIn, texts } from './guide-files.js';

const elementSource = readFileSync(join(root, 'src/aspire-pay.ts'), 'utf8');
const documented = (tag: string): string[] =>
  [...elementSource.matchAll(new RegExp(`@${tag} (?:\\{.+?\\} )?([\\w-]+) -`, 'g'))].map(([, name]) => name ?? '');

/** By the names of their properties, unless they have one of their own. */
const attributes = Object.entries(AspirePay.properties)
  .filter(([, { attribute }]) => attribute !== false)
  .map(([property, { attribute }]) => (typeof attribute === 'string' ? attribute : property.toLowerCase()));

const everySource = (folder: string, ends: readonly string[]): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.some((end) => name.endsWith(end)))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');

const sources = everySource('src', ['.ts']) + everySource('demo', ['.ts', '.mjs']) + everySource('test/support', ['.ts']);
const packageFile = readFileSync(join(root, 'package.json'), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(packageFile));

const find = (pattern: RegExp): { path: string; name: string }[] =>
  texts.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name = '']) => ({ path, name })));
const inWords = (pattern: RegExp): { path: string; name: string }[] =>
  texts.flatMap(({ path, words }) => words.flatMap((word) => (pattern.test(word) ? [{ path, name: word }] : [])));
const guide = (name: string): string => guides.find(({ path }) => path.endsWith(`/${name}.md`))?.text ?? '';
/** First cells of a guide's tables that hold nothing but names set as code. */
const rowNames = (name: string): string[] =>
  [...guide(name).matchAll(/^\| ((?:`[^`]+`(?:, )?)+) *\|/gm)].map(([, cell = '']) => cell.replaceAll('`', ''));

/** Without their own kind of mark before them; the last two are a command and a format. */
const eventLike = /(?<![\w-])(aspire-pay-[a-z]+(?:-[a-z]+)*)/g;
const notEvents = ['aspire-pay-conformance', 'aspire-pay-portfolio'];

describe('a name in the guides or the README', () => {
  it.each(find(/--aspire-pay-([a-z]+(?:-[a-z]+)*)/g))('is a token: --aspire-pay-$name in $path', ({ name }) => {
    expect(Object.keys(tokens)).toContain(name);
  });

  it('is an event', () => {
    const named = find(eventLike).filter(({ name }) => !notEvents.includes(name));
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(documented('fires')));
  });

  it('is an attribute, where it stands in the tag or is told to be written there', () => {
    const tags = samplesIn('html').flatMap(({ code }) => [...code.matchAll(/<aspire-pay([^>]*)>/g)].map(([, inside = '']) => inside));
    const named = [...tags, ...inWords(/^[a-z-]+="/).map(({ name }) => name)].flatMap((text) => [
      ...text.matchAll(/(?<=^|\s)([a-z-]+)="/g),
    ]);
    expect(named.length).toBeGreaterThan(8);
    expect(named.map(([, name]) => name).filter((name) => !attributes.includes(name ?? ''))).toEqual([]);
  });

  it('is a property, where a framework’s template binds it', () => {
    const bound = samplesIn('vue', 'typescript').flatMap(({ code }) =>
      [...code.matchAll(/(?<=\s)(?::(\w+)|\[(\w+)\])="/g)].map(([, vue, angular]) => vue ?? angular),
    );
    expect(bound.length).toBeGreaterThan(3);
    expect(bound.filter((name) => !Object.hasOwn(AspirePay.properties, name ?? ''))).toEqual([]);
  });

  it('is a part, a state or a slot', () => {
    const [parts, states, slots] = [find(/::part\(([\w-]+)\)/g), find(/:state\(([\w-]+)\)/g), find(/slot="([\w-]+)"/g)];
    expect(parts.filter(({ name }) => !documented('csspart').includes(name))).toEqual([]);
    expect(states.filter(({ name }) => !documented('cssstate').includes(name))).toEqual([]);
    expect(slots.filter(({ name }) => !documented('slot').includes(name))).toEqual([]);
  });

  it('is a call of the API, with its method', () => {
    const { paths } = openApiDocument();
    const calls = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
    const named = find(/`((?:GET|POST|PUT|DELETE) \/[^`]*)`/g);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ name }) => !calls.includes(name))).toEqual([]);
  });

  it('is a problem', () => {
    const named = find(/(urn:aspire-pay:problem:[a-z]+(?:-[a-z]+)*)/g);
    expect(named.filter(({ name }) => problemName(name) === undefined)).toEqual([]);
  });

  it('is a script of the package', () => {
    const named = find(/\bnpm run (?:-s |--silent )?([\w:-]+)/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  it('is a variable that something reads', () => {
    const named = find(/\b(ASPIRE_PAY_[A-Z_]+|DATABASE_URL)\b/g);
    expect(named.filter(({ name }) => !sources.includes(`'${name}'`))).toEqual([]);
  });

  it.each(inWords(/^(demo|src|test)\/[\w./-]+$/))('is a file or folder of the project: $name in $path', ({ name }) => {
    expect(existsSync(join(root, name))).toBe(true);
  });

  it('is a file that the package ships', () => {
    const named = find(/\b(dist\/[\w./-]+\.(?:json|js))\b/g);
    const isShipped = (name: string): boolean => packageFile.includes(`"./${name}"`) || sources.includes(`'${name.replace('dist/', '')}'`);
    expect(named.filter(({ name }) => !isShipped(name))).toEqual([]);
  });

  it('in small letters with hyphens stands in the product’s own source, or is a word of the browser’s', () => {
    const ofBrowsers = ['lit-html', 'color-scheme', 'style-src', 'frame-src', 'trusted-types'];
    const named = inWords(/^[a-z]+(-[a-z0-9]+)+$/).filter(({ name }) => !ofBrowsers.includes(name) && !name.startsWith('aspire-pay'));
    expect(named.length).toBeGreaterThan(40);
    const isKnown = (name: string): boolean => sources.includes(`'${name}`) || [...attributes, ...documented('csspart')].includes(name);
    expect(named.filter(({ name }) => !isKnown(name))).toEqual([]);
  });
});

describe('what a guide lists whole', () => {
  it('are the problems, each beside its status', () => {
    const rows = [...guide('endpoint').matchAll(/^\| (\d{3}) +\| (.+) \|$/gm)].map(([, status, names = '']) => ({ status, names }));
    for (const [name, status] of Object.entries(problemStatus)) {
      expect([name, rows.find(({ names }) => names.includes(`\`${name}\``))?.status]).toEqual([name, String(status)]);
    }
  });

  it('are the calls of the API, but for the steps of signing in', () => {
    const paths = Object.keys(openApiDocument().paths).filter((path) => !/\/(verify|resend)$/.test(path));
    expect(paths.filter((path) => !guide('endpoint').includes(` ${path}\``))).toEqual([]);
  });

  it('are the features, events and parts', () => {
    expect(Object.keys(Features.shape).filter((name) => !rowNames('endpoint').includes(name))).toEqual([]);
    expect(documented('fires').filter((name) => !rowNames('integrate').includes(name))).toEqual([]);
    expect(documented('csspart').filter((name) => !rowNames('brand').includes(name))).toEqual([]);
  });

  it('are the tokens, counted', () => {
    expect(guide('brand')).toContain(`There are ${Object.keys(tokens).length}.`);
  });

  it('are the statuses of a payment, in the payer’s words', () => {
    for (const status of paymentStatuses) {
      expect(guide('map-to-aspire')).toMatch(new RegExp(`^\\| \`${status}\` +\\| ${en.payments[status]} `, 'm'));
      expect(guide('what-the-payer-sees')).toMatch(new RegExp(`^\\| ${en.payments[status]} `, 'm'));
    }
  });

  it('are the fields that an endpoint maps, but for ids', () => {
    const { schemas } = openApiDocument().components as { schemas: Record<string, { properties?: object }> };
    const mapped = ['Session', 'Lender', 'Limits', 'Calendar', 'Contract', 'Invoice', 'Charge', 'PaymentDetail', 'BankAccount'];
    const fields = [...mapped, 'BankAccountByNumber'].flatMap((name) => Object.keys(schemas[name]?.properties ?? {}));
    expect(fields.length).toBeGreaterThan(60);
    const told = new Set([...guide('map-to-aspire').matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/[^\w]+/)));
    expect(fields.filter((name) => !told.has(name) && !['id', 'idempotencyKey'].includes(name))).toEqual([]);
  });

  it('are the methods of cash application and the codes of returns', () => {
    expect(cashApplicationMethods.filter((name) => !rowNames('map-to-aspire').includes(name))).toEqual([]);
    expect(returnCodes.filter((code) => !guide('what-the-payer-sees').includes(code))).toEqual([]);
  });

  it('are the rate limits', () => {
    const time = (seconds: number): string => (seconds === 3_600 ? 'an hour' : `in ${seconds / 60 === 10 ? 'ten' : seconds / 60} minutes`);
    for (const { most, seconds } of Object.values(usualRateLimits)) {
      expect(guide('run-safely')).toContain(`${most.toLocaleString('en-US')} ${time(seconds)}`);
    }
  });

  it('are what the endpoint logs for somebody’s eyes', () => {
    const logged = [...everySource('demo/endpoint', ['.ts']).matchAll(/log\(\{ event: '([a-z-]+)'/g)].map(([, name = '']) => name);
    expect(logged.filter((name) => name !== 'request' && !rowNames('run-safely').includes(name))).toEqual([]);
  });
});

describe('words on screen that the payer’s guide quotes', () => {
  const words = JSON.stringify(en, (_, part: unknown) => (typeof part === 'function' ? part.toString() : part));
  const quoted = [...guide('what-the-payer-sees').matchAll(/(?<![\w*])_([^_\n]{3,})_(?!\w)/g)].map(([, text = '']) => text);

  it.each([...new Set(quoted)])('are the element’s: %s', (text) => {
    expect(words.toLowerCase()).toContain(text.toLowerCase());
  });
});
