import { textIn } from '../../mapping/quickFixes/fixData';
import { isName, isObject } from './fixNodes';
import type { PayloadQuickFix } from './payloadFix';

/** What was probably meant: the canonical case, the nearest name, the value in its type. */
export const takeReplacement: PayloadQuickFix = {
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
  *fixes({ data, node, span, piece }) {
    const replacement = textIn(data, 'replacement');
    const wrap: unknown = data.wrap;
    if (replacement !== undefined) {
      const newText = isName(node) && !replacement.startsWith('"') ? JSON.stringify(replacement) : replacement;
      yield { title: `Change to ${newText}`, edits: [{ span, newText }], isPreferred: true };
    } else if (isObject(wrap) && typeof wrap.before === 'string' && typeof wrap.after === 'string') {
      const newText = wrap.before + piece.text.slice(span.start, span.end) + wrap.after;
      yield { title: `Put ${wrap.before} ${wrap.after} around it`, edits: [{ span, newText }], isPreferred: true };
    }
  },
};
