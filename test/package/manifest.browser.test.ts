/** What the package says of the element, beside the element as it runs: nothing undocumented, nothing that has vanished. */
import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { AspirePay } from '../../src/aspire-pay.js';
import type { View } from '../../src/domain/user-events.js';
import { eventNames } from '../support/payer.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const Named = z.object({ name: z.string(), description: z.optional(z.string()) });
const Declaration = z.object({
  tagName: z.string(),
  members: z.array(z.extend(Named, { kind: z.string(), static: z.optional(z.boolean()) })),
  attributes: z.array(z.extend(Named, { type: z.object({ text: z.string() }) })),
  events: z.array(z.extend(Named, { type: z.object({ text: z.string() }) })),
  slots: z.array(Named),
  cssParts: z.array(Named),
});
type Declaration = z.infer<typeof Declaration>;

/** Whole by their types. */
const choices = {
  view: { contracts: true, payments: true, 'bank-accounts': true } satisfies Record<View, true>,
  theme: { auto: true, light: true, dark: true } satisfies Record<AspirePay['theme'], true>,
  credentials: { omit: true, 'same-origin': true, include: true } satisfies Record<RequestCredentials, true>,
};

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name).sort();

/** What a page can use of a Lit element without any code of ours. */
const inherited = new Set([
  'constructor',
  'connectedCallback',
  'disconnectedCallback',
  'willUpdate',
  'firstUpdated',
  'updated',
  'getUpdateComplete',
  'render',
]);

const publicMembers = (): string[] => {
  const own = Object.getOwnPropertyNames(AspirePay.prototype);
  const declared = [...AspirePay.elementProperties.keys()].map(String);
  return [...new Set([...own, ...declared])].filter((name) => !inherited.has(name)).sort();
};

describe('the manifest', () => {
  let declaration: Declaration;
  before(async () => {
    const answer = await fetch('/dist/custom-elements.json');
    const manifest = z
      .object({ modules: z.array(z.object({ path: z.string(), declarations: z.array(z.unknown()) })) })
      .parse(await answer.json());
    declaration = Declaration.parse(manifest.modules[0]?.declarations[0]);
    for (const { path } of manifest.modules) expect((await fetch(`/${path}`, { method: 'HEAD' })).ok, path).to.equal(true);
  });

  it('names the tag', () => {
    expect(declaration.tagName).to.equal('aspire-pay');
  });

  it('has the attributes that the element watches', () => {
    expect(names(declaration.attributes)).to.deep.equal([...AspirePay.observedAttributes].sort());
  });

  it('says the values of an attribute one by one, as an editor offers them', async () => {
    const Data = z.object({ tags: z.array(z.object({ attributes: z.array(z.object({ name: z.string(), values: z.array(Named) })) })) });
    const data = Data.parse(await (await fetch('/dist/vscode.html-custom-data.json')).json());
    const offered = data.tags.flatMap(({ attributes }) => attributes).filter(({ values }) => values.length > 0);
    expect(Object.fromEntries(offered.map(({ name, values }) => [name, values.map((value) => value.name)]))).to.deep.equal(
      Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, Object.keys(values)])),
    );
    // Names of types of ours mean nothing to an editor.
    expect(declaration.attributes.filter(({ type }) => /^[A-Z]/.test(type.text))).to.deep.equal([]);
  });

  it('has the properties and methods that a page can use', () => {
    expect(names(declaration.members.filter((member) => member.static !== true))).to.deep.equal(publicMembers());
  });

  it('has the events that the element tells, each with what it carries', () => {
    expect(names(declaration.events)).to.deep.equal([...eventNames].sort());
    for (const { type } of declaration.events) expect(type.text).to.match(/^CustomEvent</);
  });

  it('has the parts and slots that are drawn in some state', async () => {
    const parts = new Set<string>();
    const slots = new Set<string>();
    for (const draw of Object.values(states)) {
      const page = await ViewPage.open(draw);
      for (const one of page.all('[part]')) for (const part of one.part) parts.add(part);
      for (const one of page.all('slot')) slots.add(one.getAttribute('name') ?? '');
    }
    expect(names(declaration.cssParts)).to.deep.equal([...parts].sort());
    expect(names(declaration.slots)).to.deep.equal([...slots].sort());
  }).timeout(60_000);

  it('says a sentence about each thing', () => {
    const all = [declaration.members, declaration.attributes, declaration.events, declaration.slots, declaration.cssParts].flat();
    expect(all.filter(({ description }) => (description ?? '').length < 8)).to.deep.equal([]);
    expect(all.filter(({ description }) => (description ?? '').includes('{@'))).to.deep.equal([]);
  });
});
