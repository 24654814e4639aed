/** What is changed on purpose, and the tests that must notice. Types and schemas are left out: nothing runs in the one, fuzzers cover the other. */

export interface Area {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

export const areas = {
  domain: {
    mutate: ['src/domain/*.ts'],
    tests: ['test/domain/**/*.test.ts'],
  },
  submission: {
    mutate: ['src/client/{submission,verdict,journal,lock,retry-after}.ts'],
    tests: ['test/client/**/*.test.ts', 'test/controllers/**/*.test.ts'],
  },
  ledger: {
    mutate: [
      'demo/endpoint/{ledger,submission,terms,payable,authorization,cash-application}.ts',
      'demo/endpoint/store/{payment-keys,submitted,new-payments}.ts',
    ],
    tests: [
      'test/demo/endpoint/{authorization,cash-application,ledger,order-of-checks,payable,payment-keys,payments,preview,scope}.test.ts',
      'test/demo/endpoint/{rate-limits,submission,terms,terms-in-words,worker}.test.ts',
      'test/demo/endpoint/store/{payment-keys,submitted,trips}.test.ts',
    ],
  },
} as const satisfies Record<string, Area>;

export type AreaName = keyof typeof areas;

export const isAreaName = (name: string): name is AreaName => Object.hasOwn(areas, name);
