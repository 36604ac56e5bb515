import type { PayloadQuickFix } from './payloadFix';

/** The command that opens the request as several documents; the host runs `splitPayload`. */
export const SPLIT_COMMAND = 'entraInbound.payload.split';

/** Splits a request with too many operations. */
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
