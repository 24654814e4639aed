/** Which screens have a picture that is kept: few enough to keep, chosen so that every part of the style sheet is in one. */
export interface Shot {
  readonly name: string;
  readonly state: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly locale: 'en-US' | 'ar';
  /** The element's own look where it is empty. */
  readonly brand: string;
  readonly isForced: boolean;
}

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

const brands = ['bank', 'farm', 'medical', 'trucks', 'night', 'contrast'];

const plain = { scheme: 'light', width: 1280, locale: 'en-US', brand: '', isForced: false } as const;

const nameOf = ({ state, scheme, width, locale, brand, isForced }: Omit<Shot, 'name'>): string =>
  [state.replace(/[^a-z]+/g, '-'), brand, isForced ? 'forced' : scheme, width, locale === 'ar' ? 'rtl' : 'ltr'].filter(Boolean).join('.');

const named = (shot: Omit<Shot, 'name'>): Shot => ({ ...shot, name: nameOf(shot) });

export const shots: readonly Shot[] = [
  ...states.flatMap((state) =>
    ([320, 1280] as const).flatMap((width) =>
      (['light', 'dark'] as const).flatMap((scheme) =>
        (['en-US', 'ar'] as const).map((locale) => named({ ...plain, state, width, scheme, locale })),
      ),
    ),
  ),
  ...brands.map((brand) => named({ ...plain, state: 'contracts', width: 768, brand })),
  ...['contracts', 'pay form with corrections'].map((state) => named({ ...plain, state, width: 768, isForced: true })),
];
