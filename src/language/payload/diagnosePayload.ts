import type { Diagnostic } from 'vscode-languageserver-types';
import { review } from '../../core/problems/review';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { DiagnosedPayload } from './editedPayload';

/** The problems of a payload in the editor's form. */
export function diagnosePayload(payload: DiagnosedPayload, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const problems = review(payload.problems, options.levels);
  return problemDiagnostics(payload, problems, options);
}
