import { bulkRequestSchema } from '../../core/payload/shapes/bulkRequestSchema';
import { userSchema } from '../../core/payload/shapes/userSchema';
import type { PayloadService } from '../payload/payloadService';
import { createPayloadService } from '../payload/payloadService';

/** What completes and explains payloads of the schemas of RFC 7643; made when it is first asked. */
export function knownPayloads(): PayloadService {
  let service: PayloadService | undefined;
  const made = () =>
    (service ??= createPayloadService({ bulkRequest: bulkRequestSchema({}), user: userSchema({}) }, {}));
  return { ask: (kind, request) => made().ask(kind, request) };
}
