import { span } from '../../../core/text/span';
import type { PayloadQuickFix } from './payloadFix';

/** Adds the time zone UTC to a date and time without a zone. */
export const dateZone: PayloadQuickFix = {
  codes: ['payload.date-without-zone'],
  *fixes({ node }) {
    const value: unknown = node.value;
    const at = node.offset + node.length - 1;
    if (node.type !== 'string' || typeof value !== 'string') return;
    const missing = /^\d{4}-\d\d-\d\d$/.test(value)
      ? 'T00:00:00Z'
      : /T\d\d:\d\d:\d\d(\.\d+)?$/.test(value)
        ? 'Z'
        : undefined;
    if (missing !== undefined)
      yield { title: `Use UTC: add ${missing}`, edits: [{ span: span(at, at), newText: missing }] };
  },
};
