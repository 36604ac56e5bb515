import type { CodeAction } from 'vscode-languageserver-types';
import type { DiagnosedPayload } from './editedPayload';
import { isLaterEdit } from './laterEdit';
import { payloadEdit } from './payloadEdit';
import { fixAllEdits } from './quickFixes/payloadQuickFixes';
import { numberBulkIds } from './refactorings/numberBulkIds';

/** The action with the edits that were left for when it is chosen; others as they are. */
export function resolvePayloadAction(payload: DiagnosedPayload, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (action.edit !== undefined || !isLaterEdit(data)) return action;
  const edits = data.edit === 'numberBulkIds' ? numberBulkIds(payload) : fixAllEdits(payload, data.code);
  return { ...action, edit: payloadEdit(payload, edits) };
}
