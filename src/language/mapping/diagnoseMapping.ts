import type { Diagnostic } from 'vscode-languageserver-types';
import { anchorFindings } from '../../core/examine/anchorFindings';
import { reviewMapping } from '../../core/examine/reviewMapping';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { Problem } from '../../core/problems/problem';
import { problemOf } from '../../core/problems/problemKind';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { formatCount } from '../../core/text/formatCount';
import { span } from '../../core/text/span';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { UnreadableExtract } from './document/knowledge';
import type { MappingDocument } from './document/mappingDocument';

/**
 * The problems of a mapping as an editor shows them: those of its text, those of the columns that it reads, and the
 * effects of the extract's values on its rules, as far as known.
 */
export function diagnoseMapping(document: MappingDocument, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  return problemDiagnostics(document.index, problemsOf(document, options.levels), options);
}

/** Reported at the source block, or at the start of a mapping without one. Data: the `encoding` to set. */
function wrongEncoding(
  { parsed, model }: LoadedMapping,
  { name, encoding, orEncoding, line }: UnreadableExtract,
): Problem {
  const source = parsed.tree.statements.find((statement) => statement.kind === 'source');
  const where = source?.keyword ?? span(0, Math.min(1, parsed.text.length));
  const read = model.source.encoding ?? 'utf-8';
  const place = line === undefined ? '' : ` (line ${formatCount(line)})`;
  const or = orEncoding === undefined ? '' : ` or ${orEncoding} (its letters fit both)`;
  const message = `${name} is not ${read} text${place} but looks like ${encoding}${or}, so it is not checked or sent. State encoding = "${encoding}" if that is right, or export the file as CSV UTF-8.`;
  return problemOf(extractProblems.invalidEncoding, where, message, { encoding });
}

/** The same problems, before they become diagnostics. */
export function problemsOf({ loaded, knowledge }: MappingDocument, levels: ProblemLevels = {}): readonly Problem[] {
  const values = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  const { unreadable } = knowledge;
  return reviewMapping(loaded, {
    values: unreadable === undefined ? values : [...values, wrongEncoding(loaded, unreadable)],
    levels,
  });
}
