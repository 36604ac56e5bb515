import { takeReplacement } from '../../shared/fixes/takeReplacement';
import { isName } from './fixNodes';
import type { PayloadFixRequest } from './payloadFix';

/** Replaces a text with the probable one: the canonical case, the most similar name, the value in the right type. */
export const takeMeant = takeReplacement<PayloadFixRequest>({
  codes: [
    'payload.wrong-type',
    'payload.member-case',
    'payload.unknown-member',
    'payload.unknown-attribute',
    'payload.attribute-case',
    'payload.schema-unused',
    'payload.request-schema',
    'payload.method',
    'payload.path',
    'payload.empty-text',
  ],
  textOf: ({ piece, span: { start, end } }) => piece.text.slice(start, end),
  written: ({ node }, text) => (isName(node) && !text.startsWith('"') ? JSON.stringify(text) : text),
});
