import { envelopeSchema, operationSchema } from './bulkRequestSchema';
import type { JsonSchema } from './jsonSchema';
import { bareShape } from './jsonSchema';
import { userShape } from './userSchema';

/**
 * What validators.generated.ts is compiled from, by the names of its functions. Each checks one layer: an operation's
 * resource and a request's operations are checked separately, with what is known of custom schemas.
 */
export const compiledShapes: Readonly<Record<string, JsonSchema>> = {
  validateEnvelope: bareShape(envelopeSchema({})),
  validateOperation: bareShape(operationSchema({ type: 'object' })),
  validateUser: bareShape(userShape({})),
};
