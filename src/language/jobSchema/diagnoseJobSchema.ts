import type { Diagnostic } from 'vscode-languageserver-types';
import { isBlockingInJob } from '../../core/jobSchema/jobProblemKinds';
import type { ProblemLevels } from '../../core/problemLevels';
import { applyLevels } from '../../core/problemLevels';
import type { Problem } from '../../core/problem';
import type { Span } from '../../core/text/span';
import type { JobDocument } from './jobDocument';
import { rangeIn } from './jobDocument';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** Members of a problem's data that are places of the same document, and what is there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  first: 'The first one is here.',
  other: 'This part says something else.',
};

/** How the problems are to be shown. */
export interface JobDiagnosisOptions {
  /** The document's address, for places elsewhere in it; without it none are given. */
  readonly uri?: string;
  /** How much problems matter, by their codes. */
  readonly levels?: ProblemLevels;
  /** Where a code is explained. */
  readonly page?: (code: string) => string;
}

/** The problems of a job schema as an editor shows them. */
export function diagnoseJobSchema(
  document: JobDocument,
  { uri, levels = {}, page }: JobDiagnosisOptions = {},
): readonly Diagnostic[] {
  return applyLevels(document.loaded.problems, levels, isBlockingInJob).map(
    ({ span, severity, code, message, data }) => {
      const related = uri === undefined ? [] : placesIn(document, data, uri);
      return {
        range: rangeIn(document, span),
        severity: SEVERITIES[severity],
        code,
        source: 'entra-inbound',
        message,
        ...(page === undefined ? {} : { codeDescription: { href: page(code) } }),
        ...(related.length === 0 ? {} : { relatedInformation: related }),
        ...(data === undefined ? {} : { data }),
      };
    },
  );
}

function placesIn(document: JobDocument, data: Problem['data'], uri: string) {
  return Object.entries(ELSEWHERE).flatMap(([name, message]) => {
    const place = data?.[name];
    return isSpan(place) ? [{ location: { uri, range: rangeIn(document, place) }, message }] : [];
  });
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
