import { elementsOf, stringOf } from '../../../core/json/jsonNode';
import { textIn } from '../../shared/fixes/fixData';
import { resourceIn } from '../piece';
import { insertElement, insertMember } from '../rewrite/insertChild';
import { removeChildren } from '../rewrite/removeChild';
import { memberNamed } from './fixNodes';
import type { PayloadQuickFix } from './payloadFix';
import { usedUrns } from './addMember';

/** Lists a URN that is used. */
export const listUrn: PayloadQuickFix = {
  codes: ['payload.schema-not-listed', 'payload.schema-missing'],
  *fixes({ data, piece, node }) {
    const resource = resourceIn(piece);
    const urn = textIn(data, 'urn') ?? stringOf(node);
    if (resource === undefined || urn === undefined) return;
    const list = memberNamed(resource, 'schemas')?.value;
    const title = `Add ${urn} to schemas`;
    if (list?.type === 'array') yield { title, edits: [insertElement(piece.text, list, urn)], isPreferred: true };
    else if (list === undefined)
      yield {
        title: 'Add schemas',
        edits: [insertMember(piece.text, resource, 'schemas', usedUrns(resource), 'first')],
        isPreferred: true,
      };
  },
};

/** Removes a URN that is unused or duplicated. */
export const unlistUrn: PayloadQuickFix = {
  codes: ['payload.schema-unused', 'payload.request-schema'],
  *fixes({ node, data, code }) {
    const list = node.parent;
    const isOther = textIn(data, 'replacement') !== undefined;
    if (list === undefined || !elementsOf(list).includes(node) || (isOther && code === 'payload.request-schema'))
      return;
    const title = `Remove ${stringOf(node) ?? 'it'} from schemas`;
    yield { title, edits: removeChildren(list, [node]), isPreferred: !isOther };
  },
};
