/** Which addresses bank data may travel to. */
import { describe, expect, it } from 'vitest';
import { resolveEndpoint } from '../../src/client/endpoint-url.js';

const page = 'https://www.lender.example/account/';

describe('the endpoint attribute', () => {
  it.each([
    ['/api/aspire-pay/v1', 'https://www.lender.example/api/aspire-pay/v1'],
    ['/api/aspire-pay/v1/', 'https://www.lender.example/api/aspire-pay/v1'],
    ['api//', 'https://www.lender.example/account/api'],
    ['https://api.lender.example/v1', 'https://api.lender.example/v1'],
    ['https://api.lender.example', 'https://api.lender.example'],
    ['//api.lender.example/v1', 'https://api.lender.example/v1'],
    ['http://localhost:8787/api', 'http://localhost:8787/api'],
    ['http://127.0.0.1:8787/api', 'http://127.0.0.1:8787/api'],
    ['https://api.lender.example/v1?', 'https://api.lender.example/v1'],
    ['https://api.lender.example/v1#', 'https://api.lender.example/v1'],
  ])('"%s" is %s', (attribute, base) => {
    expect(resolveEndpoint(attribute, page)).toEqual({ ok: true, base });
  });

  it.each(['', '   '])('is missing as "%s"', (attribute) => {
    expect(resolveEndpoint(attribute, page)).toEqual({ ok: false, code: 'endpoint-missing' });
  });

  it.each([
    'http://api.lender.example/v1',
    'http://localhost.elsewhere.example/v1',
    'https://name:secret@api.lender.example/v1',
    'https://api.lender.example/v1?token=secret',
    'https://api.lender.example/v1#part',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://',
  ])('is refused: %s', (attribute) => {
    expect(resolveEndpoint(attribute, page)).toEqual({ ok: false, code: 'endpoint-insecure' });
  });

  it('is refused on a page that is itself not secure', () => {
    expect(resolveEndpoint('/api', 'http://www.lender.example/')).toEqual({ ok: false, code: 'endpoint-insecure' });
  });
});
