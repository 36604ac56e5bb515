import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { listed } from '../../core/problems/listed';
import type { Problem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { formatCount } from '../../core/text/formatCount';
import type { Span } from '../../core/text/span';
import type { TextPlaces } from './textPlaces';
import { rangeAt } from './textPlaces';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** LSP's DiagnosticTag for text that is shown faded. */
const UNNECESSARY = 1 satisfies NonNullable<Diagnostic['tags']>[number];

/**
 * Codes of problems with unnecessary text. A code whose problem is reported elsewhere than at that text is not listed.
 */
const UNNECESSARY_CODES = new Set([
  'mapping.attribute-without-effect',
  'mapping.silence-without-effect',
  'payload.attribute-without-effect',
  'payload.schema-unused',
]);

/** Members of a problem's data that are spans of the same document, with a description of what is there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  first: 'The first one is here.',
  other: 'This part differs.',
};

/** How to show the problems of a document. */
export interface DiagnosisOptions {
  /** The user's levels of problems, by code. */
  readonly levels?: ProblemLevels;
  /** The document's address, for links to other places in it; without it there are none. */
  readonly uri?: string | undefined;
  /** Returns the address of a code's explanation. */
  readonly page?: ((code: string) => string) | undefined;
  /**
   * The maximum number of diagnostics: the most severe ones, among equals the first, and a note on how many are left
   * out.
   */
  readonly limit?: number | undefined;
}

/** The problems as an editor shows them, with their severities. */
export function problemDiagnostics(
  places: TextPlaces,
  problems: readonly Problem[],
  options: DiagnosisOptions = {},
): readonly Diagnostic[] {
  const { limit = problems.length } = options;
  // The last diagnostic says how many more there are
  const { items, more } = listed(problems, problems.length > limit ? Math.max(1, limit - 1) : limit);
  const shown = items.map((problem) => toDiagnostic(places, problem, options));
  const last = shown.at(-1);
  return more === 0 || last === undefined || limit < 2 ? shown : [...shown, moreDiagnostic(last.range, more)];
}

/** The severity of a diagnostic in our own terms. */
export function severityOf({ severity = SEVERITIES.error }: Diagnostic): Problem['severity'] {
  if (severity === SEVERITIES.error) return 'error';
  return severity === SEVERITIES.warning ? 'warning' : 'information';
}

/** A note without a code: it disappears when other problems are solved. */
function moreDiagnostic(range: Diagnostic['range'], more: number): Diagnostic {
  const problems = more === 1 ? 'problem is' : 'problems are';
  const message = `${formatCount(more)} more ${problems} not listed. Fix the listed ones first.`;
  return { range, severity: SEVERITIES.information, source: SOURCE, message };
}

export const SOURCE = 'entra-inbound';

/** A diagnostic for a problem at a range that the caller determined. */
export function diagnosticAt(
  range: Diagnostic['range'],
  { severity, code, message }: Pick<Problem, 'severity' | 'code' | 'message'>,
  page: DiagnosisOptions['page'],
): Diagnostic {
  const link = page === undefined ? {} : { codeDescription: { href: page(code) } };
  return { range, severity: SEVERITIES[severity], code, source: SOURCE, message, ...link };
}

function toDiagnostic(
  places: TextPlaces,
  { span, severity, code, message, withValues = message, data }: Problem,
  { uri, page }: DiagnosisOptions,
): Diagnostic {
  const related = uri === undefined ? [] : relatedPlaces(places, data, uri);
  return {
    ...diagnosticAt(rangeAt(places, span), { severity, code, message: withValues }, page),
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
