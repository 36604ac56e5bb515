import type { Diagnostic, DiagnosticRelatedInformation, Position } from 'vscode-languageserver-types';
import type { Problem } from '../../core/problems/problem';
import type { Span } from '../../core/text/span';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** LSP's DiagnosticTag: what it marks is shown faded. */
const UNNECESSARY = 1 satisfies NonNullable<Diagnostic['tags']>[number];

/** Codes of what could be taken away. What is said at another place than the needless thing is not among them. */
const UNNECESSARY_CODES = new Set([
  'mapping.attribute-without-effect',
  'mapping.silence-without-effect',
  'payload.attribute-without-effect',
  'payload.schema-unused',
]);

/** Members of a problem's data that are places of the same document, and what is there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  first: 'The first one is here.',
  other: 'This part says something else.',
};

/** How problems are put into the protocol's form. */
export interface ProblemPlaces {
  readonly positionAt: (offset: number) => Position;
  /** The document's address, for places elsewhere in it; without it none are given. */
  readonly uri?: string | undefined;
  /** Where a code is explained. */
  readonly page?: ((code: string) => string) | undefined;
  /** So many at most: the gravest, of these the first. */
  readonly limit?: number | undefined;
}

/** Problems as an editor shows them. */
export function problemDiagnostics(problems: readonly Problem[], places: ProblemPlaces): readonly Diagnostic[] {
  return gravest(problems, places.limit).map((problem) => toDiagnostic(problem, places));
}

function gravest(problems: readonly Problem[], limit = problems.length): readonly Problem[] {
  if (problems.length <= limit) return problems;
  return [...problems].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]).slice(0, limit);
}

function toDiagnostic({ span, severity, code, message, data }: Problem, places: ProblemPlaces): Diagnostic {
  const { uri, page } = places;
  const related = uri === undefined ? [] : relatedPlaces(data, uri, places);
  return {
    range: rangeOf(span, places),
    severity: SEVERITIES[severity],
    code,
    source: 'entra-inbound',
    message,
    ...(page === undefined ? {} : { codeDescription: { href: page(code) } }),
    ...(UNNECESSARY_CODES.has(code) ? { tags: [UNNECESSARY] } : {}),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(data === undefined ? {} : { data }),
  };
}

function rangeOf({ start, end }: Span, { positionAt }: ProblemPlaces): Diagnostic['range'] {
  return { start: positionAt(start), end: positionAt(end) };
}

function relatedPlaces(data: Problem['data'], uri: string, places: ProblemPlaces): DiagnosticRelatedInformation[] {
  return Object.entries(ELSEWHERE).flatMap(([name, message]) => {
    const place = data?.[name];
    return isSpan(place) ? [{ location: { uri, range: rangeOf(place, places) }, message }] : [];
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
