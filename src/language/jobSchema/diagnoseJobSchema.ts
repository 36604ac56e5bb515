import type { Diagnostic } from 'vscode-languageserver-types';
import { review } from '../../core/problems/review';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { JobDocument } from './jobDocument';

/** The problems of a job schema in the editor's form. */
export function diagnoseJobSchema(
  { loaded, index }: JobDocument,
  options: DiagnosisOptions = {},
): readonly Diagnostic[] {
  const problems = review(loaded.problems, options.levels);
  return problemDiagnostics(index, problems, options);
}
