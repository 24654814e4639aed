/** What the changelog must say of a version before it is published. Knows the text alone. */

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Undefined where the version's section is headed by its number and its day; else what is wrong, in a sentence. */
export const findFault = (changelog: string, version: string): string | undefined => {
  const [heading] = new RegExp(`^## \\[?${escape(version)}\\]?(?![\\w.-]).*$`, 'm').exec(changelog) ?? [];
  const wanted = `“## ${version} - YYYY-MM-DD”, the day it is published`;
  if (heading === undefined) return `CHANGELOG.md has no section for ${version}: ${wanted}.`;
  const day = new RegExp(`^## ${escape(version)} - (\\d{4}-\\d{2}-\\d{2})$`).exec(heading)?.[1];
  const isDay = day !== undefined && !Number.isNaN(Date.parse(day));
  return isDay ? undefined : `CHANGELOG.md says “${heading}” in place of ${wanted}.`;
};
