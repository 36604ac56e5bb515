import type { Diagnostic } from 'vscode-languageserver-types';
import { review } from '../../core/problems/review';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { DiagnosedPayload } from './editedPayload';

/** The problems of a payload as an editor shows them. */
export function diagnosePayload(payload: DiagnosedPayload, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const problems = review(payload.problems, options.levels);
  return problemDiagnostics(payload, problems, options);
}
