import { spanOf } from '../../../core/json/jsonNode';
import type { TextEdit } from '../../../core/text/textEdit';
import { resourceIn } from '../piece';
import { insertMember } from '../rewrite/insertChild';
import { whereFor } from './addMember';
import { memberNamed } from './fixNodes';
import type { PayloadFixRequest, PayloadQuickFix } from './payloadFix';

/**
 * Disables the account instead of deleting it: Entra does not document deletion, and a disabled account can be
 * restored.
 */
export const disableInstead: PayloadQuickFix = {
  codes: ['payload.delete'],
  *fixes(request) {
    const method = memberNamed(request.piece.root, 'method')?.value;
    if (method === undefined) return;
    const post: TextEdit = { span: spanOf(method), newText: '"POST"' };
    const title = 'Disable the account instead: POST with active false';
    yield { title, edits: [post, ...inactive(request)], isPreferred: true };
  },
};

function inactive({ piece }: PayloadFixRequest): readonly TextEdit[] {
  const resource = resourceIn(piece);
  if (resource === undefined) return [];
  const active = memberNamed(resource, 'active')?.value;
  return active === undefined
    ? [insertMember(piece.text, resource, 'active', false, whereFor('active', resource))]
    : [{ span: spanOf(active), newText: 'false' }];
}
