/**
 * The lender's look as the theme editor sends it: theme and logo, refused where a payer's element would leave something out.
 */
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { Theme } from '../../src/api/index.js';
import { atMost } from '../../src/api/lengths.js';
import { safeLink } from '../../src/domain/safe-link.js';
import { changeLender, readOnlyLender } from '../endpoint/store/lender.js';
import type { Database } from '../endpoint/store/schema.js';
import { findThemeFaults } from '../endpoint/theme.js';

export const Look = z.object({ theme: Theme, logoUrl: z.nullable(z.string().check(atMost(500))) });
export type Look = z.infer<typeof Look>;

export const readLook = async (db: Kysely<Database>): Promise<Look> => {
  const { theme, lender } = await readOnlyLender(db);
  return { theme: theme ?? {}, logoUrl: lender.logoUrl ?? null };
};

/** Why a look can't be stored, in a sentence; undefined where it can. */
export const findLookFault = ({ theme, logoUrl }: Look): string | undefined => {
  const [fault] = findThemeFaults(theme);
  if (fault) return `The theme can’t be stored. ${fault.name}: ${fault.message}.`;
  return logoUrl !== null && safeLink(logoUrl) === undefined ? 'A logo’s address begins with https:.' : undefined;
};

export const writeLook = async (db: Kysely<Database>, { theme, logoUrl }: Look): Promise<void> => {
  const { lender } = await readOnlyLender(db);
  await changeLender(db, lender.id, { theme: Object.keys(theme).length > 0 ? theme : null, logoUrl });
};
