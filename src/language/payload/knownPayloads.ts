import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import { bulkRequestSchema } from '../../core/payload/shape/schemas/bulkRequestSchema';
import { userSchema } from '../../core/payload/shape/schemas/userSchema';
import type { PayloadService } from './payloadService';
import { createPayloadService } from './payloadService';

/** What is known besides the texts of payloads, and the completion and hover services over it, created on first use. */
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
