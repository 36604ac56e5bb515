import type { MappingQuickFix } from './mappingFix';

/** Functions of related dialects that differ only in name from a function of this language. */
const SAME_ARGUMENTS = new Map([
  ['LCase', 'ToLower'],
  ['UCase', 'ToUpper'],
  ['IsEmpty', 'IsNullOrEmpty'],
  ['Contains', 'InStr'],
  ['ItemOrNull', 'Item'],
]);

/** Changes `LCase` to `ToLower`. */
export const siblingFunction: MappingQuickFix = {
  codes: ['expression.unknown-function'],
  *fixes({ document, span }) {
    const newText = SAME_ARGUMENTS.get(document.text.slice(span.start, span.end));
    if (newText !== undefined) yield { title: `Change to ${newText}`, edits: [{ span, newText }], isPreferred: true };
  },
};
