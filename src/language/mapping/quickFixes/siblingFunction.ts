import type { MappingQuickFix } from './mappingFix';

/** Functions of sibling dialects that take the same arguments as one of this language, but for their name. */
const SAME_ARGUMENTS = new Map([
  ['LCase', 'ToLower'],
  ['UCase', 'ToUpper'],
  ['IsEmpty', 'IsNullOrEmpty'],
  ['Contains', 'InStr'],
  ['ItemOrNull', 'Item'],
]);

/** `LCase` becomes `ToLower`. */
export const siblingFunction: MappingQuickFix = {
  codes: ['expression.unknown-function'],
  *fixes({ document, span }) {
    const newText = SAME_ARGUMENTS.get(document.text.slice(span.start, span.end));
    if (newText !== undefined) yield { title: `Change to ${newText}`, edits: [{ span, newText }], isPreferred: true };
  },
};
