/** Which screens have a picture that is kept: few enough to keep, chosen so that every part of the style sheet is in one. */
export interface Shot {
  readonly name: string;
  readonly state: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly locale: string;
  /** The element's own look where it is empty. */
  readonly brand: string;
  readonly isForced: boolean;
}

/** In every scheme, width and direction. */
const states = [
  'contracts',
  'loading',
  'pay form with corrections',
  'review',
  'accepted',
  'checking',
  'payments, cancel asked',
  'session ending',
];

/** Made of the same parts: once in each width, scheme and direction. */
const others = [
  'refused',
  'changed balance',
  'pay all, corrections',
  'register with corrections',
  'code, wrong',
  'account removal asked',
  'account form with corrections',
  'receipt',
];

const brands = ['bank', 'farm', 'medical', 'trucks', 'night', 'contrast'];

const plain = { scheme: 'light', width: 1280, locale: 'en-US', brand: '', isForced: false } as const;
const arabic = { ...plain, locale: 'ar' } as const;
const french = { ...plain, locale: 'fr-CA' } as const;

const endings: Readonly<Record<string, string>> = { 'en-US': 'ltr', ar: 'rtl' };

const nameOf = ({ state, scheme, width, locale, brand, isForced }: Omit<Shot, 'name'>): string =>
  [state.replace(/[^a-z]+/g, '-'), brand, isForced ? 'forced' : scheme, width, endings[locale] ?? locale].filter(Boolean).join('.');

export const named = (shot: Omit<Shot, 'name'>): Shot => ({ ...shot, name: nameOf(shot) });

export const shots: readonly Shot[] = [
  ...states.flatMap((state) =>
    ([320, 1280] as const).flatMap((width) =>
      (['light', 'dark'] as const).flatMap((scheme) => [plain, arabic].map((language) => named({ ...language, state, width, scheme }))),
    ),
  ),
  ...others.flatMap((state) => [
    named({ ...plain, state, width: 320 }),
    named({ ...plain, state, scheme: 'dark' }),
    named({ ...arabic, state, width: 320, scheme: 'dark' }),
    named({ ...arabic, state }),
  ]),
  ...[...states, ...others].map((state) => named({ ...french, state, width: 320 })),
  ...brands.map((brand) => named({ ...plain, state: 'contracts', width: 768, brand })),
  ...['contracts', 'pay form with corrections'].map((state) => named({ ...plain, state, width: 768, isForced: true })),
];
