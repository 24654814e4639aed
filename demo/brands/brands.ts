/**
 * Finished looks, in tokens alone, as a lender's endpoint would send them; and the demo's own lender's.
 * What a look leaves out keeps the element's default. Must not know who shows them.
 */

export interface Brand {
  readonly name: string;
  /** One line on what makes it this brand. */
  readonly idea: string;
  readonly theme: Readonly<Record<string, string>>;
}

const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", P052, "URW Palladio L", Georgia, serif';
const narrow = '"Arial Narrow", "Roboto Condensed", "Liberation Sans Narrow", Arial, sans-serif';
const humanist = 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif';
const grotesque = 'Bahnschrift, "DIN Alternate", "Franklin Gothic Medium", "Nimbus Sans", Arial, sans-serif';

/** The finance company of the demo, as its endpoint serves it. */
export const northline: Brand = {
  name: 'Northline',
  idea: 'Petrol acts, copper rules, serif headings',
  theme: {
    accent: 'light-dark(#0e4a4f, #8fd3cf)',
    'on-accent': 'light-dark(#ffffff, #06282a)',
    focus: 'light-dark(#b3541e, #e59a63)',
    'rule-color': 'light-dark(#b3541e, #e59a63)',
    'font-heading': serif,
    radius: '4px',
  },
};

export const brands = {
  bank: {
    name: 'Sober bank',
    idea: 'Navy, serif headings, hairline rules, nearly square',
    theme: {
      surface: 'light-dark(#ffffff, #10151f)',
      padding: '20px',
      text: 'light-dark(#1a2233, #e4e8f0)',
      accent: 'light-dark(#17355f, #b4cbf0)',
      'on-accent': 'light-dark(#ffffff, #0d1a2e)',
      'font-heading': serif,
      radius: '2px',
      rule: '1px',
      'rule-color': 'light-dark(#17355f, #b4cbf0)',
    },
  },
  farm: {
    name: 'Farm machinery',
    idea: 'Green acts, yellow only rules; sturdy type',
    theme: {
      surface: 'light-dark(#fffefa, #131711)',
      padding: '20px',
      field: 'light-dark(#ffffff, #191e16)',
      text: 'light-dark(#1f241c, #e8ece4)',
      accent: 'light-dark(#2a6b1f, #9ad57f)',
      'on-accent': 'light-dark(#ffffff, #0e2108)',
      success: 'light-dark(#1f6b45, #8adbb4)',
      'font-heading': grotesque,
      rule: '4px',
      'rule-color': 'light-dark(#f0bf00, #f0c419)',
      radius: '4px',
      weight: '700',
    },
  },
  medical: {
    name: 'Medical lessor',
    idea: 'Teal, roomy, soft corners',
    theme: {
      surface: 'light-dark(#fbfdfd, #0e1819)',
      padding: '20px',
      field: 'light-dark(#ffffff, #142122)',
      text: 'light-dark(#1c2b2d, #e2eeef)',
      accent: 'light-dark(#00606b, #7ed3dc)',
      'on-accent': 'light-dark(#ffffff, #04272b)',
      font: humanist,
      radius: '12px',
      density: '1.25',
      rule: '1px',
      'rule-color': 'light-dark(#c9d9da, #2c4144)',
    },
  },
  trucks: {
    name: 'Trucks',
    idea: 'Amber button with dark words; amber is no colour for text, so links differ',
    theme: {
      surface: 'light-dark(#ffffff, #17150f)',
      padding: '20px',
      text: 'light-dark(#221f18, #f0ece3)',
      accent: 'light-dark(#ffb31a, #ffb937)',
      'on-accent': '#241a00',
      link: 'light-dark(#7d4a00, #ffcb66)',
      focus: 'light-dark(#221f18, #ffffff)',
      warning: 'light-dark(#8a4b00, #ffc766)',
      'font-heading': narrow,
      weight: '700',
      radius: '0px',
      density: '0.75',
      rule: '4px',
    },
  },
  night: {
    name: 'Night',
    idea: 'Dark whatever the page is; the action is white rather than coloured',
    theme: {
      scheme: 'dark',
      surface: '#0b0e12',
      padding: '20px',
      field: '#12161c',
      text: '#e7ebf0',
      accent: '#e7ebf0',
      'on-accent': '#0b0e12',
      link: '#a9d1ff',
      rule: '1px',
      'rule-color': '#39424e',
      radius: '8px',
    },
  },
  contrast: {
    name: 'High contrast',
    idea: 'Black and white, thick edges, no dimmed text',
    theme: {
      surface: 'light-dark(#ffffff, #000000)',
      padding: '20px',
      field: 'light-dark(#ffffff, #000000)',
      text: 'light-dark(#000000, #ffffff)',
      muted: 'light-dark(#000000, #ffffff)',
      line: 'light-dark(#000000, #ffffff)',
      edge: 'light-dark(#000000, #ffffff)',
      accent: 'light-dark(#00329e, #ffe100)',
      'on-accent': 'light-dark(#ffffff, #000000)',
      danger: 'light-dark(#94000a, #ffb0a8)',
      warning: 'light-dark(#5e3a00, #ffd257)',
      success: 'light-dark(#004d24, #8df5b8)',
      focus: 'light-dark(#000000, #ffffff)',
      'focus-width': '4px',
      border: '2px',
      rule: '4px',
      radius: '4px',
    },
  },
} as const satisfies Record<string, Brand>;

export type BrandName = keyof typeof brands;

export const isBrandName = (name: string): name is BrandName => Object.hasOwn(brands, name);
