/** Addresses an endpoint may send, and which of them a payer can follow. */
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/domain/safe-link.js';

describe('an address from the endpoint', () => {
  it.each([
    'https://documents.example/invoice.pdf',
    'https://documents.example:8443/a?b=c#d',
    'http://localhost:8080/document',
    'http://127.0.0.1/document',
    'http://[::1]/document',
  ])('is followed: %s', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  it.each([
    undefined,
    '',
    '/document.pdf',
    '//elsewhere.example/document.pdf',
    'http://documents.example/invoice.pdf',
    'http://localhost.elsewhere.example/',
    'https://payer:secret@documents.example/',
    'https://name@documents.example/',
    'https://:secret@documents.example/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://documents.example/1',
    'vbscript:x',
    'ftp://documents.example/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'https://',
    'not an address',
  ])('is not: %s', (address) => {
    expect(safeLink(address)).toBeUndefined();
  });
});
