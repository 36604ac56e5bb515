import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { anchorFindings } from '../core/mapping/anchorFindings';
import type { ProblemLevels } from '../core/problemLevels';
import { reviewProblems } from '../core/mapping/reviewProblems';
import type { Problem } from '../core/problem';
import type { Span } from '../core/text/span';
import type { MappingDocument } from './mappingDocument';
import { rangeOf } from './mappingDocument';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** LSP's DiagnosticTag: what it marks is shown faded. */
const UNNECESSARY = 1 satisfies NonNullable<Diagnostic['tags']>[number];

/** Codes of rules that could be taken away. What is said at another place than the needless thing is not among them. */
const UNNECESSARY_CODES = new Set(['mapping.attribute-without-effect', 'mapping.silence-without-effect']);

/** How the problems are to be shown. */
export interface DiagnosisOptions {
  /** The document's address, for places elsewhere in it; without it none are given. */
  readonly uri?: string;
  /** How much problems matter, by their codes. */
  readonly levels?: ProblemLevels;
  /** Where a code is explained. */
  readonly page?: (code: string) => string;
}

/**
 * The problems of a mapping as an editor shows them: those of its text, of the columns it reads, and what the values of its
 * extract do to its rules as far as that is known.
 */
export function diagnoseMapping(document: MappingDocument, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const { loaded, knowledge } = document;
  const values = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  return reviewProblems(loaded, { values, levels: options.levels ?? {} }).map((problem) =>
    toDiagnostic(problem, document, options),
  );
}

function toDiagnostic(problem: Problem, document: MappingDocument, { uri, page }: DiagnosisOptions): Diagnostic {
  const { span, severity, code, message, data } = problem;
  const first = uri === undefined ? undefined : earlierPlace(data?.first, document, uri);
  return {
    range: rangeOf(document, span),
    severity: SEVERITIES[severity],
    code,
    source: 'entra-inbound',
    message,
    ...(page === undefined ? {} : { codeDescription: { href: page(code) } }),
    ...(UNNECESSARY_CODES.has(code) ? { tags: [UNNECESSARY] } : {}),
    ...(first === undefined ? {} : { relatedInformation: [first] }),
    ...(data === undefined ? {} : { data }),
  };
}

function earlierPlace(
  first: unknown,
  document: MappingDocument,
  uri: string,
): DiagnosticRelatedInformation | undefined {
  return isSpan(first)
    ? { location: { uri, range: rangeOf(document, first) }, message: 'The first one is here.' }
    : undefined;
}

function isSpan(value: unknown): value is Span {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    typeof value.start === 'number' &&
    typeof value.end === 'number'
  );
}
