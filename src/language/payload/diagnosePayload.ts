import type { Diagnostic } from 'vscode-languageserver-types';
import type { ProblemPlaces } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { DiagnosedPayload } from './editedPayload';

/** How problems are to be shown. */
export type PayloadDiagnosisOptions = Omit<ProblemPlaces, 'positionAt'>;

/** The problems of a payload as an editor shows them: as grave as they are told to be. */
export function diagnosePayload(
  { problems, positionAt }: DiagnosedPayload,
  options: PayloadDiagnosisOptions = {},
): readonly Diagnostic[] {
  return problemDiagnostics(problems, { ...options, positionAt });
}
