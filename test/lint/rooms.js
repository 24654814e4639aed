/**
 * The lint rule that holds the plan of the house: which folder may import which, and why not.
 * Must not know any file but by its folder.
 */
import { posix, relative, sep } from 'node:path';

/**
 * A room is known by the start of its path; the longest that fits wins.
 * `may` are paths whose values and types may be imported, `types` those of which only types may, `packages` npm packages.
 * @type {Record<string, { may: string[], types?: string[], packages?: string[], packageTypes?: string[], why: string }>}
 */
const rooms = {
  'src/domain/': {
    may: ['src/domain/'],
    types: ['src/api/'],
    why: 'The domain is plain values and rules: no DOM, no network, no Lit, so that it can be simulated a million times.',
  },
  'src/api/': {
    may: ['src/api/'],
    packages: ['zod/mini'],
    why: 'The API schemas serve the element, the endpoint and the conformance kit alike, and stand on zod/mini alone (classic zod costs 20 kB and trips a strict CSP).',
  },
  'src/api/openapi': {
    may: ['src/api/', 'src/version'],
    packages: ['zod/mini'],
    why: 'The document is made from the schemas and nothing else.',
  },
  'src/client/': {
    may: ['src/client/', 'src/api/', 'src/domain/'],
    packages: ['zod/mini'],
    why: 'The client talks to the endpoint; it knows nothing of controllers, views or the element.',
  },
  'src/controllers/': {
    may: ['src/controllers/', 'src/client/', 'src/api/', 'src/domain/', 'src/locales/'],
    types: ['src/events'],
    packageTypes: ['lit'],
    why: 'Controllers move state between client and element; what is drawn is not their business, and of Lit they know the types only.',
  },
  'src/views/': {
    may: ['src/views/', 'src/domain/', 'src/locales/'],
    types: ['src/controllers/', 'src/api/'],
    packages: ['lit'],
    why: 'Views are pure functions from a model to a template: they call nothing but the handlers they are given.',
  },
  'src/locales/': {
    may: ['src/locales/'],
    types: ['src/domain/', 'src/api/'],
    why: 'A language is words and plurals; whoever shows them formats and decides.',
  },
  'src/frameworks/': {
    may: ['src/frameworks/'],
    types: ['src/aspire-pay', 'src/events'],
    packageTypes: ['react', 'vue', 'svelte/elements'],
    why: 'Types for a framework say how the tag is written there; nothing of them runs.',
  },
  'src/conformance/': {
    may: ['src/conformance/', 'src/api/', 'src/version'],
    packages: ['zod/mini', 'node:'],
    why: 'The kit checks any endpoint from outside: it must not share code with the element that could hide the same fault.',
  },
  'src/': {
    may: ['src/'],
    packages: ['lit'],
    why: 'What is shipped never imports demo or test, and its only packages are lit and zod/mini.',
  },
  'demo/endpoint/': {
    may: ['demo/endpoint/', 'src/api/', 'src/domain/'],
    packages: ['*'],
    why: 'The endpoint app must run without the demo: no back office, no faults, no element in it.',
  },
  'demo/': { may: ['demo/', 'src/'], packages: ['*'], why: 'The demo shows what is shipped; it never leans on the tests.' },
};

const documentFile = 'src/api/openapi';
const kit = 'src/conformance/';

const roomOf = (/** @type {string} */ file) =>
  Object.keys(rooms)
    .filter((room) => file.startsWith(room))
    .sort((a, b) => b.length - a.length)[0];

const isIn = (/** @type {string[] | undefined} */ list, /** @type {string} */ target) =>
  list?.some((start) => target.startsWith(start)) ?? false;

const isPackageIn = (/** @type {string[] | undefined} */ list, /** @type {string} */ name) =>
  list?.some(
    (known) =>
      known === '*' || name === known || (known === 'lit' && name.startsWith('lit/')) || (known.endsWith(':') && name.startsWith(known)),
  ) ?? false;

/** Every specifier of `import { type A, type B }` may say `type` for itself. */
const isTypeOnly = (/** @type {any} */ node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 && node.specifiers.every((/** @type {any} */ one) => (one.importKind ?? one.exportKind) === 'type'));

/** @type {import('eslint').Rule.RuleModule} */
export const oneWayThrough = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      room: '{{from}} may not import {{what}}. {{why}}',
      typesOnly: '{{from}} may import types only of {{what}} (write `import type`). {{why}}',
      kit: 'The kit needs Node: nothing that is shipped to a browser may import it.',
      document: 'Only tests, scripts and the endpoint read openapi.ts: its texts would make the element larger.',
    },
  },
  create: (context) => {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const from = roomOf(file);
    if (from === undefined) return {};
    const room = rooms[from];

    const check = (/** @type {any} */ node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const isRelative = source.startsWith('.');
      const what = isRelative ? posix.normalize(posix.join(posix.dirname(file), source)) : source;
      if (from.startsWith('src/') && what.startsWith(documentFile) && !file.startsWith(documentFile)) {
        context.report({ node, messageId: 'document' });
        return;
      }
      if (from.startsWith('src/') && what.startsWith(kit) && from !== kit) {
        context.report({ node, messageId: 'kit' });
        return;
      }
      const isAllowed = isRelative ? isIn(room.may, what) : isPackageIn(room.packages, what);
      if (isAllowed) return;
      const isAllowedAsType = isRelative ? isIn(room.types, what) : isPackageIn(room.packageTypes, what);
      if (isAllowedAsType && isTypeOnly(node)) return;
      context.report({ node, messageId: isAllowedAsType ? 'typesOnly' : 'room', data: { from, what, why: room.why } });
    };

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
