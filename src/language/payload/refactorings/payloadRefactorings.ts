import type { CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { MAX_OPERATIONS } from '../../../core/scim/bulkRequest';
import { span } from '../../../core/text/span';
import type { EditedPayload } from '../editedPayload';
import type { LaterEdit } from '../laterEdit';
import { payloadEdit } from '../payloadEdit';
import { SPLIT_COMMAND } from '../quickFixes/splitLong';
import { requestToUser, userToRequest } from './userToRequest';

const REWRITE: CodeActionKind = 'refactor.rewrite';

/** How the payload can be written in another way. An action with `data` gets its edits by `resolvePayloadAction`. */
export function payloadRefactorings(payload: EditedPayload): CodeAction[] {
  const { kind, parts } = payload.payload;
  if (kind === 'user') return converted(payload, 'Convert to a bulk request', userToRequest);
  return [
    ...(parts.length === 1 ? converted(payload, 'Convert to a single user', requestToUser) : []),
    ...(parts.length > 0 ? [numbering()] : []),
    ...(parts.length > MAX_OPERATIONS ? [splitting()] : []),
  ];
}

function converted(payload: EditedPayload, title: string, convert: (text: string) => string | undefined): CodeAction[] {
  const { length } = payload.payload;
  const newText = convert(payload.slice(0, length));
  if (newText === undefined) return [];
  return [{ title, kind: REWRITE, edit: payloadEdit(payload, [{ span: span(0, length), newText }]) }];
}

function numbering(): CodeAction {
  const data: LaterEdit = { edit: 'numberBulkIds' };
  return { title: 'Number all bulkIds', kind: REWRITE, data };
}

function splitting(): CodeAction {
  const title = `Split into requests of ${MAX_OPERATIONS} operations`;
  return { title, kind: REWRITE, command: { title, command: SPLIT_COMMAND } };
}
