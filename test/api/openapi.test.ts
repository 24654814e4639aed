/** The OpenAPI document says what the API is: complete, consistent, and accepted by a public linter. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from '../../src/api/index.js';
import { openApiDocument } from '../../src/api/openapi.js';
import { texts } from '../../src/api/openapi/texts.js';
import { problemStatus, problemType } from '../../src/api/problems.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const document = openApiDocument();

/** Every object in the document, however deep. */
const walk = (value: unknown): Json[] => (isObject(value) ? [value, ...Object.values(value).flatMap(walk)] : []);

const resolveRef = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document);

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation: operation as Json })),
);

describe('the OpenAPI document', () => {
  it.each(Object.entries(api).filter(([, value]) => isObject(value) && '_zod' in value))('describes the schema %s', (name) => {
    expect(document.components.schemas[name]).toMatchObject({ description: expect.stringMatching(/\.$/) as string });
  });

  it('has every call of the API', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(
      [
        'GET /session',
        'GET /lender',
        'GET /contracts',
        'GET /contracts/{contractId}',
        'GET /contracts/{contractId}/invoices',
        'POST /payments/preview',
        'GET /payments',
        'POST /payments',
        'GET /payments/by-key/{key}',
        'PUT /payments/by-key/{key}/void',
        'GET /payments/{paymentId}',
        'POST /payments/{paymentId}/cancel',
        'GET /bank-accounts',
        'POST /bank-accounts',
        'DELETE /bank-accounts/{accountId}',
        'POST /enrollments',
        'POST /enrollments/{enrollmentId}/verify',
        'POST /enrollments/{enrollmentId}/resend',
        'POST /sign-ins',
        'POST /sign-ins/{signInId}/verify',
        'POST /sign-ins/{signInId}/resend',
        'GET /openapi.json',
        'GET /healthz',
      ].sort(),
    );
  });

  it('refers to nothing that isn’t there', () => {
    const refs = walk(document).flatMap((node) => (typeof node['$ref'] === 'string' ? [node['$ref']] : []));
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => resolveRef(ref) === undefined)).toEqual([]);
  });

  it('lets an endpoint answer with more than is named, since unknown fields are ignored', () => {
    expect(walk(document).filter((node) => node['additionalProperties'] === false)).toEqual([]);
  });

  it('describes no property that doesn’t exist', () => {
    const stray = Object.entries(texts).flatMap(([name, text]) => {
      const properties = resolveRef(`#/components/schemas/${name}/properties`);
      return Object.keys('properties' in text ? text.properties : {}).filter((key) => !isObject(properties) || !(key in properties));
    });
    expect(stray).toEqual([]);
  });

  it('uses every problem somewhere, at its status', () => {
    const shown = operations.flatMap(({ operation }) =>
      Object.entries(operation['responses'] as Record<string, Json>).flatMap(([status, response]) =>
        walk(response).flatMap((node) =>
          typeof node['type'] === 'string' && node['status'] !== undefined ? [[node['type'], status]] : [],
        ),
      ),
    );
    for (const [name, status] of Object.entries(problemStatus)) {
      expect(shown).toContainEqual([problemType(name as api.ProblemName), String(status)]);
    }
  });

  it('asks for a token everywhere but where nobody can have one', () => {
    const isPublic = operations
      .filter(({ operation }) => Array.isArray(operation['security']))
      .map(({ name }) => name.replace(/^\w+ /, ''));
    expect(isPublic.every((path) => /^\/(lender|enrollments|sign-ins|openapi\.json|healthz)/.test(path))).toBe(true);
    expect(isPublic).toHaveLength(9);
  });
});

describe('a public linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aspire-pay-openapi-'));
  const file = join(folder, 'openapi.json');
  const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

  beforeAll(() => {
    writeFileSync(file, JSON.stringify(document));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds no error in it', () => {
    const linted = spawnSync(process.execPath, [cli, 'lint', '--config', 'test/api/redocly.yaml', '--format=json', file], {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    expect(JSON.parse(linted.stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
    expect(linted.status).toBe(0);
  });
});
