/** What is said of one success criterion of WCAG 2.2, and what shows that it is so. Must not know which criteria there are. */
export type Evidence =
  | { readonly kind: 'test'; readonly file: string; readonly title: string }
  /** What a person does, and what they must find. */
  | { readonly kind: 'manual'; readonly step: string };

export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  /** `shared`: the element does its part, and the page it stands on has another. */
  readonly verdict: 'met' | 'shared' | 'not applicable';
  /** How it is met, or why there is nothing to meet. */
  readonly how: string;
  readonly shown: readonly Evidence[];
}

/** A test by its file below `test/` and its title as it is written there. */
export const test = (file: string, title: string): Evidence => ({ kind: 'test', file, title });
export const manual = (step: string): Evidence => ({ kind: 'manual', step });

type Tell = (id: string, name: string, how: string, ...shown: readonly Evidence[]) => Criterion;

const tell =
  (level: Criterion['level'], verdict: Criterion['verdict']): Tell =>
  (id, name, how, ...shown) => ({ id, name, level, verdict, how, shown });

export const met = { A: tell('A', 'met'), AA: tell('AA', 'met') } as const;
export const shared = { A: tell('A', 'shared'), AA: tell('AA', 'shared') } as const;
export const notApplicable = { A: tell('A', 'not applicable'), AA: tell('AA', 'not applicable') } as const;
