/** Endpoints that read bodies they must refuse, and repeat bank digits. */
import {
  answerHeaders,
  answerRecord,
  answerWith,
  changeAnswer,
  changeRequest,
  is,
  isRecord,
  parse,
  readBody,
  refuse,
  withBody,
  withHeaders,
  withJson,
  withStatus,
  type Variant,
} from './variant.js';

const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

const mostBytes = 65_536;

/** The body without what pads it. */
const squeeze = async (request: Request): Promise<Request> => {
  const text = await readBody(request);
  if (Buffer.byteLength(text) <= mostBytes) return request;
  const body = parse(text);
  return withJson(request, isRecord(body) ? { ...body, padding: undefined } : {});
};

const mediaTypeAndSize: Variant[] = [
  {
    name: 'reads bodies of any size',
    breaks: 'body.too-large',
    consequences: ['order.media-type-first'],
    wrap: changeRequest(squeeze),
  },
  {
    name: 'counts a body by its length header alone',
    breaks: 'body.too-large',
    wrap: changeRequest(async (request) => (request.headers.has('content-length') ? request : squeeze(request))),
  },
  {
    name: 'reads a body whatever its type says',
    breaks: 'body.media-type',
    consequences: ['order.media-type-first'],
    wrap: changeRequest(async (request) =>
      request.method === 'POST' ? withBody(withHeaders(request, { 'content-type': 'application/json' }), await readBody(request)) : request,
    ),
  },
  {
    name: 'takes no charset beside the media type',
    breaks: 'body.media-type',
    wrap: changeAnswer((response, request) =>
      request.headers.get('content-type')?.includes('charset') === true ? refuse(response, 415, 'unsupported-media-type') : response,
    ),
  },
  {
    name: 'breaks down over a body that is no object',
    breaks: 'body.json',
    consequences: ['answer.no-failure'],
    wrap: changeAnswer(async (response, request) =>
      is(request, 'POST', '/payments/preview') && parse(await readBody(request)) === null ? withStatus(response, 500) : response,
    ),
  },
  {
    name: 'takes the last of two names',
    breaks: 'body.duplicate-name',
    wrap: changeRequest(async (request) => {
      const body = is(request, 'POST', '/payments/preview') ? parse(await readBody(request)) : undefined;
      const isPlain = isRecord(body) && Array.isArray(body['items']) && !(await readBody(request)).includes('"value":0');
      return isPlain && (await readBody(request)).length < 1_000 ? withJson(request, body) : request;
    }),
    perhaps: ['money.form'],
  },
  {
    name: 'refuses fields it does not know',
    breaks: 'body.unknown-fields',
    wrap: changeAnswer(async (response, request) =>
      request.method === 'POST' && (await readBody(request)).includes('fieldOfTheFuture') ? refuse(response, 422, 'invalid') : response,
    ),
  },
];

const isAdding = (request: Request): boolean => is(request, 'POST', '/bank-accounts');

const numberIn = async (request: Request): Promise<string> => {
  const text = await readBody(request);
  return /"accountNumber":"?(\d+)/.exec(text)?.[1] ?? '';
};

const digits: Variant[] = [
  {
    name: 'tells the whole account number in the label',
    breaks: 'answer.digits',
    wrap: changeAnswer(async (response, request) =>
      isAdding(request) && response.ok
        ? answerWith(response, { ...(await answerRecord(response)), label: `Checking ${await numberIn(request)}` })
        : response,
    ),
  },
  {
    name: 'tells six digits of the account number in the label',
    breaks: 'answer.digits',
    wrap: changeAnswer(async (response, request) =>
      isAdding(request) && response.ok
        ? answerWith(response, { ...(await answerRecord(response)), label: `Checking ••${(await numberIn(request)).slice(-6)}` })
        : response,
    ),
  },
  {
    name: 'repeats the account number in a problem',
    breaks: 'answer.digits',
    wrap: changeAnswer(async (response, request) =>
      isAdding(request) && isRefusal(response)
        ? answerWith(response, { ...(await answerRecord(response)), detail: `This cannot be added: ${await numberIn(request)}` })
        : response,
    ),
  },
  {
    name: 'puts the account number into a header',
    breaks: 'answer.digits',
    wrap: changeAnswer(async (response, request) =>
      isAdding(request) && response.ok ? answerHeaders(response, { location: `/bank-accounts/${await numberIn(request)}` }) : response,
    ),
  },
];

export const bodyVariants: readonly Variant[] = [...mediaTypeAndSize, ...digits];
