/** The rules of an element's style sheets, one after the other, each with the conditions it stands under. Knows none of them. */
export interface StyledRule {
  readonly selector: string;
  readonly style: CSSStyleDeclaration;
  /** Such as `(prefers-reduced-motion: no-preference)`; empty where the rule always holds. */
  readonly media: string;
}

const isGroup = (rule: CSSRule): rule is CSSGroupingRule => 'cssRules' in rule && !('selectorText' in rule) && !('name' in rule);

const rulesIn = (rules: CSSRuleList, media: string): StyledRule[] =>
  [...rules].flatMap((rule) => {
    if ('selectorText' in rule) {
      const { selectorText, style } = rule as CSSStyleRule;
      return [{ selector: selectorText, style, media }];
    }
    if (!isGroup(rule)) return [];
    return rulesIn(rule.cssRules, rule instanceof CSSMediaRule ? `${media} ${rule.conditionText}`.trim() : media);
  });

export const rulesOf = (root: ShadowRoot): readonly StyledRule[] => root.adoptedStyleSheets.flatMap((sheet) => rulesIn(sheet.cssRules, ''));

export const mediaOf = (root: ShadowRoot): ReadonlySet<string> => new Set(rulesOf(root).map(({ media }) => media));
