/** Why a check stops before its end, told apart: the endpoint gives no occasion, or it answered something that can't be gone on with. */

/** The sandbox or the options give no occasion for this check: nobody's fault. */
export class NoOccasion extends Error {}

/** What the check needed first was refused, or had no readable form: the rule was left unjudged. */
export class CannotGoOn extends Error {}
