import type { RefactoringLanguage } from '../../shared/refactorings/refactoringActions';
import type { EditedPayload } from '../editedPayload';
import { payloadRefactoringTable } from './table';

/** The refactorings of a payload, for the engine. */
export function payloadRefactorings(payload: EditedPayload): RefactoringLanguage<EditedPayload> {
  return { table: payloadRefactoringTable, document: payload, places: payload };
}
