import type { RefactoringLanguage } from '../../shared/refactorings/refactoringActions';
import type { EditedPayload } from '../editedPayload';
import { payloadRefactoringTable } from './table';

/** Connects the refactorings of payloads to the engine. */
export function payloadRefactorings(payload: EditedPayload): RefactoringLanguage<EditedPayload> {
  return { table: payloadRefactoringTable, document: payload, places: payload };
}
