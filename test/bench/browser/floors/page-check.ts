/** What the element does with a page of contracts before it draws any of it: read as JSON, and held against the schema. */
import * as z from 'zod/mini';
import { ContractPage } from '../../../../src/api/index.js';

declare global {
  interface Window {
    pageCheck: { readonly read: (text: string) => unknown; readonly check: (json: unknown) => boolean };
  }
}

window.pageCheck = { read: (text) => JSON.parse(text) as unknown, check: (json) => z.safeParse(ContractPage, json).success };
