import { isObject } from '../../shared/fixes/fixData';
import { visible } from '../../../core/text/visible';
import type { PayloadQuickFix } from './payloadFix';

/** Applies the repair that a JSON error proposes, if there is one clear repair. */
export const mendSyntax: PayloadQuickFix = {
  codes: ['json.syntax', 'json.byte-order-mark'],
  *fixes({ data, payload }) {
    const { edit } = data;
    if (!isObject(edit) || typeof edit.newText !== 'string' || !isObject(edit.span)) return;
    const { start, end } = edit.span;
    if (typeof start !== 'number' || typeof end !== 'number' || start > end) return;
    const { newText } = edit;
    const own = visible(payload.slice(start, end), 20);
    const title =
      newText === '' ? `Remove ${own}` : start === end ? `Insert ${newText}` : `Change to ${visible(newText)}`;
    yield { title, edits: [{ span: { start, end }, newText }], isOfPayload: true, isPreferred: true };
  },
};
