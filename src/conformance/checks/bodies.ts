/** Bodies: too large, of another type, no JSON, with names that stand twice, with fields nobody knows. */
import type { OperationId } from '../operations.js';
import type { Check, Trial } from '../trial.js';

const most = 65_536;
const withBody: readonly OperationId[] = ['previewPayment', 'createPayment', 'addBankAccount'];
const question = 'previews, which write nothing';
const refused = 'requests that are refused';

/** The same JSON, as long as is asked for by white space, which means nothing. */
const padTo = (text: string, length: number): string => text + ' '.repeat(Math.max(0, length - text.length));

const judgeSize = async (trial: Trial): Promise<void> => {
  await trial.me.session();
  const large = JSON.stringify({ padding: 'x'.repeat(most) });
  for (const operation of withBody) {
    for (const isChunked of [false, true]) {
      const exchange = await trial.me.call(operation, { raw: large, isChunked });
      trial.expectProblem('body.too-large', exchange, 'too-large', { of: isChunked ? 'a body without a length' : 'a body' });
    }
  }
};

const judgeFit = async (trial: Trial): Promise<void> => {
  const plan = JSON.stringify(await trial.purse.plan());
  trial.expectStatus('body.too-large', await trial.me.call('previewPayment', { raw: padTo(plan, most) }), 200);
  const exchange = await trial.me.call('previewPayment', { raw: padTo(plan, most + 1) });
  trial.expectProblem('body.too-large', exchange, 'too-large', { of: `${most + 1} bytes` });
};

const judgeTypes = async (trial: Trial): Promise<void> => {
  const raw = JSON.stringify(await trial.purse.plan());
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data; boundary=x', null];
  for (const type of types) {
    for (const operation of withBody) {
      const exchange = await trial.me.call(operation, { raw, headers: { 'content-type': type } });
      trial.expectProblem('body.media-type', exchange, 'unsupported-media-type', { of: type ?? 'no type' });
    }
  }
  for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
    const exchange = await trial.me.call('previewPayment', { raw, headers: { 'content-type': type } });
    trial.expect('body.media-type', exchange.answer.status === 200, exchange, `200 for ${type}`);
  }
};

const judgeJson = async (trial: Trial): Promise<void> => {
  trial.requireOccasion((await trial.me.session()).features.payments, 'payments are off');
  const deep = 20_000;
  const texts = [
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '7',
    '{"items":}',
    `{"items":${'['.repeat(deep)}${']'.repeat(deep)}}`,
    '{"__proto__":{"items":[]}}',
  ];
  for (const raw of texts) {
    const exchange = await trial.me.call('previewPayment', { raw });
    trial.expectProblem('body.json', exchange, 'invalid', { of: raw.length > 40 ? 'bottomless brackets' : `the body ${raw}` });
  }
};

const judgeTwice = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const [item] = plan.items;
  const text = JSON.stringify(plan);
  const twice = [
    text.replace('{', `{"date":${JSON.stringify(plan.date)},`),
    text.replace('"amount":{', `"amount":{"value":${item?.amount.value ?? 1},`),
    text.replace('{', `{"\\u0064ate":${JSON.stringify(plan.date)},`),
  ];
  for (const raw of twice) trial.expectProblem('body.duplicate-name', await trial.me.call('previewPayment', { raw }), 'invalid');
};

const judgeUnknown = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const more = { fieldOfTheFuture: { a: [1, 'two', null] } };
  const items = plan.items.map((item) => ({ ...item, ...more, amount: { ...item.amount, ...more } }));
  trial.expectStatus('body.unknown-fields', await trial.me.preview({ ...plan, ...more, items }), 200);
};

export const bodyChecks: readonly Check[] = [
  { title: 'Bodies that are too large', rules: ['body.too-large'], writes: refused, run: judgeSize },
  { title: 'A body of exactly the size allowed, and of one byte more', rules: ['body.too-large'], writes: question, run: judgeFit },
  { title: 'Bodies of another type', rules: ['body.media-type'], writes: refused, run: judgeTypes },
  { title: 'Bodies that are no JSON', rules: ['body.json'], writes: refused, run: judgeJson },
  { title: 'Names that stand twice', rules: ['body.duplicate-name'], writes: question, run: judgeTwice },
  { title: 'Fields nobody knows', rules: ['body.unknown-fields'], writes: question, run: judgeUnknown },
];
