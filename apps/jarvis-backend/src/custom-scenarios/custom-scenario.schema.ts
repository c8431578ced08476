import * as z from 'zod/mini';
import { scenarioParts } from '../catalogue/product.schema';

const customId = z
  .string()
  .check(z.regex(/^custom-[a-z0-9_-]{1,57}$/, 'has to be custom- and lower-case letters, digits, _ and -'));

/** A scenario of the attendee's own: a scenario file, of which the id may be left out. */
export const customScenarioSchema = z.strictObject({ id: z.optional(customId), ...scenarioParts });
export type CustomScenarioInput = z.infer<typeof customScenarioSchema>;

/** Anything that may become a scenario: what is wrong in it is told, not refused. */
export const draftSchema = z.record(z.string(), z.unknown());
