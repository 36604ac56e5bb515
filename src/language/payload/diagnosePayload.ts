import type { Diagnostic } from 'vscode-languageserver-types';
import { isBlockingInPayload } from '../../core/payload/payloadProblemKinds';
import { applyLevels } from '../../core/problems/problemLevels';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { DiagnosedPayload } from './editedPayload';

/** The problems of a payload as an editor shows them. */
export function diagnosePayload(payload: DiagnosedPayload, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const problems = applyLevels(payload.problems, options.levels ?? {}, isBlockingInPayload);
  return problemDiagnostics(payload, problems, options);
}
