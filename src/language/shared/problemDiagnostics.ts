import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Problem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import type { Span } from '../../core/text/span';
import type { TextPlaces } from './textPlaces';
import { rangeAt } from './textPlaces';

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

/** How the problems of a document are to be shown. */
export interface DiagnosisOptions {
  /** How much problems matter, by their codes. */
  readonly levels?: ProblemLevels;
  /** The document's address, for places elsewhere in it; without it none are given. */
  readonly uri?: string | undefined;
  /** Where a code is explained. */
  readonly page?: ((code: string) => string) | undefined;
  /** So many at most: the gravest, of these the first. */
  readonly limit?: number | undefined;
}

/** Problems as an editor shows them, as grave as they are. */
export function problemDiagnostics(
  places: TextPlaces,
  problems: readonly Problem[],
  options: DiagnosisOptions = {},
): readonly Diagnostic[] {
  return gravest(problems, options.limit).map((problem) => toDiagnostic(places, problem, options));
}

/** How grave a diagnostic is, as problems say it. */
export function severityOf({ severity = SEVERITIES.error }: Diagnostic): Problem['severity'] {
  if (severity === SEVERITIES.error) return 'error';
  return severity === SEVERITIES.warning ? 'warning' : 'information';
}

function gravest(problems: readonly Problem[], limit = problems.length): readonly Problem[] {
  if (problems.length <= limit) return problems;
  return [...problems].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]).slice(0, limit);
}

function toDiagnostic(
  places: TextPlaces,
  { span, severity, code, message, withValues = message, data }: Problem,
  { uri, page }: DiagnosisOptions,
): Diagnostic {
  const related = uri === undefined ? [] : relatedPlaces(places, data, uri);
  return {
    range: rangeAt(places, span),
    severity: SEVERITIES[severity],
    code,
    source: 'entra-inbound',
    message: withValues,
    ...(page === undefined ? {} : { codeDescription: { href: page(code) } }),
    ...(UNNECESSARY_CODES.has(code) ? { tags: [UNNECESSARY] } : {}),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(data === undefined ? {} : { data }),
  };
}

function relatedPlaces(places: TextPlaces, data: Problem['data'], uri: string): DiagnosticRelatedInformation[] {
  return Object.entries(ELSEWHERE).flatMap(([name, message]) => {
    const place = data?.[name];
    return isSpan(place) ? [{ location: { uri, range: rangeAt(places, place) }, message }] : [];
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
