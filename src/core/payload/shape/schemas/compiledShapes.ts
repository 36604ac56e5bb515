import { envelopeSchema, operationSchema } from './bulkRequestSchema';
import type { JsonSchema } from './jsonSchema';
import { bareShape } from './jsonSchema';
import { userShape } from './userSchema';

/**
 * What validators.generated.ts is compiled from, by the names of its functions. Each checks one layer: an operation's
 * resource and a request's operations are checked separately, because custom schemas are known only when a payload is
 * open.
 */
export const compiledShapes: Readonly<Record<string, JsonSchema>> = {
  validateEnvelope: bareShape(envelopeSchema({})),
  validateOperation: bareShape(operationSchema({ type: 'object' })),
  validateUser: bareShape(userShape({})),
};
