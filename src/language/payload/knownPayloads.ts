import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import { bulkRequestSchema } from '../../core/payload/shape/schemas/bulkRequestSchema';
import { userSchema } from '../../core/payload/shape/schemas/userSchema';
import type { PayloadService } from './payloadService';
import { createPayloadService } from './payloadService';

/** What is known beside the texts of payloads, and what completes and explains them by it; that is made when it is first asked. */
export interface KnownPayloads {
  readonly knowledge: PayloadKnowledge;
  readonly service: PayloadService;
}

export function knownPayloads(knowledge: PayloadKnowledge): KnownPayloads {
  let service: PayloadService | undefined;
  const made = () =>
    (service ??= createPayloadService(
      { bulkRequest: bulkRequestSchema(knowledge), user: userSchema(knowledge) },
      knowledge,
    ));
  return { knowledge, service: { ask: (kind, request) => made().ask(kind, request) } };
}
