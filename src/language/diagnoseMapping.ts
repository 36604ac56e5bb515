import type { Diagnostic } from 'vscode-languageserver-types';
import { loadMapping } from '../core/mapping/loadMapping';
import type { MappingKnowledge } from '../core/mapping/loadMapping';
import type { Problem } from '../core/problem';
import { LineIndex } from '../core/text/lineIndex';

/** Protocol numbers of LSP's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, information: 3 } as const satisfies Record<
  Problem['severity'],
  Diagnostic['severity']
>;

/** The problems of a mapping's text, as an editor shows them. */
export function diagnoseMapping(text: string, knowledge: MappingKnowledge = {}): readonly Diagnostic[] {
  const index = new LineIndex(text);
  return loadMapping(text, knowledge).problems.map(({ span, severity, code, message, data }) => ({
    range: { start: index.positionAt(span.start), end: index.positionAt(span.end) },
    severity: SEVERITIES[severity],
    code,
    source: 'entra-inbound',
    message,
    ...(data === undefined ? {} : { data }),
  }));
}
