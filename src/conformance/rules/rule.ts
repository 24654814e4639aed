/** What a rule of the API is to the kit: a sentence, and where it stands. Must not know how it is checked. */

export interface Rule {
  /** What an endpoint does that keeps it. */
  readonly says: string;
  /** A section, an operation, a schema or a header of the OpenAPI document, by its name there. */
  readonly where: string;
}

export type Rules = Readonly<Record<string, Rule>>;

/** Rules that stand in one place of the document. */
export const rulesOf = <Name extends string>(where: string, says: Readonly<Record<Name, string>>): Readonly<Record<Name, Rule>> =>
  Object.fromEntries(Object.entries<string>(says).map(([name, sentence]) => [name, { says: sentence, where }])) as Record<Name, Rule>;
