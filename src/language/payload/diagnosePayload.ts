import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Problem } from '../../core/problem';
import type { DiagnosedPayload, EditedPayload } from './editedPayload';
import { rangeIn } from './editedPayload';
import { isObject } from './quickFixes/fixNodes';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** LSP's DiagnosticTag: what it marks is shown faded. */
const UNNECESSARY = 1 satisfies NonNullable<Diagnostic['tags']>[number];

/** Codes of members and elements that could be taken away. */
const UNNECESSARY_CODES = new Set(['payload.attribute-without-effect', 'payload.schema-unused']);

/** How the problems are to be shown. */
export interface PayloadDiagnosisOptions {
  /** The document's address, for places elsewhere in it; without it none are given. */
  readonly uri?: string;
  /** Where a code is explained. */
  readonly page?: (code: string) => string;
  /** So many at most, those that come first. */
  readonly limit?: number;
}

/** The problems of a payload as an editor shows them, in the levels that they have. */
export function diagnosePayload(
  payload: DiagnosedPayload,
  options: PayloadDiagnosisOptions = {},
): readonly Diagnostic[] {
  return payload.problems.slice(0, options.limit).map((problem) => toDiagnostic(payload, problem, options));
}

function toDiagnostic(
  payload: EditedPayload,
  { span, severity, code, message, data }: Problem,
  { uri, page }: PayloadDiagnosisOptions,
): Diagnostic {
  const first = uri === undefined ? undefined : earlierPlace(payload, data?.first, uri);
  return {
    range: rangeIn(payload, span),
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

function earlierPlace(payload: EditedPayload, first: unknown, uri: string): DiagnosticRelatedInformation | undefined {
  if (!isObject(first) || typeof first.start !== 'number' || typeof first.end !== 'number') return undefined;
  const range = rangeIn(payload, { start: first.start, end: first.end });
  return { location: { uri, range }, message: 'The first one is here.' };
}
