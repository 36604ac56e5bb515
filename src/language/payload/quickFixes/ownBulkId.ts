import { spanOf } from '../../../core/json/jsonNode';
import { takenBulkIds } from '../bulkIds';
import { resourceIn } from '../piece';
import { freeBulkId } from './addMember';
import { memberNamed } from './fixNodes';
import type { PayloadQuickFix } from './payloadFix';

/** Gives the operation an identifier that no other one has. */
export const ownBulkId: PayloadQuickFix = {
  codes: ['payload.duplicate-bulk-id'],
  *fixes({ payload, piece }) {
    const bulkId = memberNamed(piece.root, 'bulkId')?.value;
    if (piece.kind !== 'operation' || bulkId === undefined) return;
    const newText = JSON.stringify(freeBulkId(resourceIn(piece), takenBulkIds(payload.payload)));
    yield { title: `Change to ${newText}`, edits: [{ span: spanOf(bulkId), newText }] };
  },
};
