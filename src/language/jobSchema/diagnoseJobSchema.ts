import type { Diagnostic } from 'vscode-languageserver-types';
import { isBlockingInJob } from '../../core/jobSchema/jobProblemKinds';
import { applyLevels } from '../../core/problems/problemLevels';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { JobDocument } from './jobDocument';

/** The problems of a job schema as an editor shows them. */
export function diagnoseJobSchema(
  { loaded, index }: JobDocument,
  options: DiagnosisOptions = {},
): readonly Diagnostic[] {
  const problems = applyLevels(loaded.problems, options.levels ?? {}, isBlockingInJob);
  return problemDiagnostics(index, problems, options);
}
