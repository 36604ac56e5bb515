import type { PayloadQuickFix } from './payloadFix';

/** Opens the request as several documents; the host runs `splitPayload`. */
export const SPLIT_COMMAND = 'entraInbound.payload.split';

/** A request with too many operations becomes several. */
export const splitLong: PayloadQuickFix = {
  codes: ['payload.too-many-operations'],
  *fixes() {
    yield {
      title: 'Split into requests of 50 operations',
      command: { id: SPLIT_COMMAND, arguments: [] },
      isPreferred: true,
    };
  },
};
