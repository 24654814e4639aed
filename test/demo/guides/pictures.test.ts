/** Diagrams are drawn from data of the product as it is now, and what they say of the API is so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidesFolder } from '../../../demo/guides/links.js';
import { drawSequence } from '../../../demo/tools/pictures/draw-sequence.js';
import { drawSteps } from '../../../demo/tools/pictures/draw-steps.js';
import { Recording, templateOf } from '../../../demo/tools/pictures/recording.js';
import { openApiDocument } from '../../../src/api/openapi.js';
import { paymentSteps } from '../../../src/domain/payment-machine.js';
import { root } from './guide-files.js';

const read = (name: string): string => readFileSync(join(root, guidesFolder, 'pictures', name), 'utf8');
const recording = Recording.parse(JSON.parse(read('payment.json')));

describe('the picture of the steps', () => {
  it('is of the table as it is: otherwise run npm run guides:pictures', () => {
    expect(read('steps.svg')).toBe(drawSteps());
  });

  it('has every step and every event of the table', () => {
    for (const [state, events] of Object.entries(paymentSteps)) {
      expect(drawSteps()).toContain(`>${state}<`);
      for (const event of Object.keys(events)) expect(drawSteps()).toContain(event);
    }
  });
});

describe('the picture of a payment', () => {
  it('is of the payment that was recorded', () => {
    expect(read('payment.svg')).toBe(drawSequence(recording));
  });

  it('has calls of the API only, each answered as the document says', () => {
    const paths = openApiDocument().paths as Record<string, Record<string, { responses: Record<string, unknown> }>>;
    const calls = recording.filter((step) => step.kind === 'call');
    expect(calls.length).toBeGreaterThan(5);
    for (const { method, path, status } of calls) {
      expect(Object.keys(paths[path]?.[method.toLowerCase()]?.responses ?? {})).toContain(String(status));
    }
  });

  it('has one preview and one payment', () => {
    const posts = recording.flatMap((step) => (step.kind === 'call' && step.method === 'POST' ? [step.path] : []));
    expect(posts).toEqual(['/payments/preview', '/payments']);
  });
});

describe('a recorded address', () => {
  const templates = Object.keys(openApiDocument().paths);

  it('is known by its template, and a plain path goes before one with ids', () => {
    expect(templateOf('/payments/pay_1', templates)).toBe('/payments/{paymentId}');
    expect(templateOf('/payments/preview', templates)).toBe('/payments/preview');
    expect(() => templateOf('/nowhere', templates)).toThrow('The API has no /nowhere.');
  });
});
