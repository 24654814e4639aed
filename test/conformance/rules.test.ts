/** The kit knows the API: every operation as the document has it, every rule where the document says it, every rule by some check. */
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../src/api/openapi.js';
import { sectionTitles } from '../../src/api/openapi/description.js';
import { beyondReach } from '../../src/conformance/beyond.js';
import { areas } from '../../src/conformance/checks.js';
import { ruleIds, rules } from '../../src/conformance/index.js';
import { operationIds, operationOf } from '../../src/conformance/operations.js';

const document = openApiDocument();

interface Documented {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  readonly isPublic: boolean;
}

const documented: readonly Documented[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { operationId: string; responses: object; security?: unknown[] }>).map(([method, operation]) => ({
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    statuses: Object.keys(operation.responses)
      .map(Number)
      .filter((status) => status < 300),
    isPublic: operation.security?.length === 0,
  })),
);

const shape = (path: string): string => path.replace(/\{\w+\}/g, '{}');

describe('the kit', () => {
  it('knows every operation of the document, and no other', () => {
    expect([...operationIds].sort()).toEqual(documented.map(({ operationId }) => operationId).sort());
  });

  it.each(documented.map((operation) => ({ operation, name: operation.operationId })))(
    'asks for $name as the document has it',
    ({ operation }) => {
      const known = operationOf(operation.operationId as (typeof operationIds)[number]);
      expect([known.method, shape(known.path), [...known.successes], known.isPublic === true]).toEqual([
        operation.method,
        shape(operation.path),
        operation.statuses,
        operation.isPublic,
      ]);
    },
  );

  it.each(ruleIds.map((id) => ({ id, where: rules[id].where, says: rules[id].says })))(
    'finds $id in the document: $where',
    ({ where, says }) => {
      expect([...sectionTitles, ...documented.map(({ operationId }) => operationId)]).toContain(where);
      expect(says).toMatch(/\.$/);
    },
  );

  it('has a check for every rule, but for those of every answer', () => {
    const checked = new Set(areas.flatMap(({ checks }) => checks.flatMap((check) => check.rules)));
    const ofEveryAnswer = ruleIds.filter((rule) => !checked.has(rule));
    expect(ofEveryAnswer.filter((rule) => !/^(answer|problem)\./.test(rule))).toEqual([]);
  });

  it.each(beyondReach.map(({ where, says }) => ({ where, says })))(
    'says that it cannot see “$says”, which stands under $where',
    ({ where }) => {
      expect(sectionTitles).toContain(where);
    },
  );

  it('has a title of its own for each check', () => {
    const titles = areas.flatMap(({ checks }) => checks.map(({ title }) => title));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
