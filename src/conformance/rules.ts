/** Every rule the kit checks, by its id. Must not know how one is checked. */
import { afterRules } from './rules/after.js';
import { payingRules } from './rules/paying.js';
import { readingRules } from './rules/reading.js';
import type { Rule } from './rules/rule.js';

export type { Rule } from './rules/rule.js';

const all = { ...readingRules, ...payingRules, ...afterRules };

export type RuleId = keyof typeof all;

export const rules: Readonly<Record<RuleId, Rule>> = all;

export const ruleIds = Object.keys(all) as readonly RuleId[];
