import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Problem } from '../../../core/problems/problem';
import type { MappingDocument } from '../document/mappingDocument';
import { documentEdit } from '../../shared/documentEdit';
import { textIn } from './fixData';

/** Problems of a kind that can all be mended at once, and in what words. */
const ALL: Readonly<Record<string, string>> = {
  'mapping.attribute-case': 'Change all names to the spelling of RFC 7643',
  'mapping.unknown-column': 'Change all unknown columns to the nearest ones',
  'mapping.unknown-attribute': 'Change all unknown attributes to the nearest ones',
};

/** What can be changed without a look at it: it says the same before and after. */
const ON_SAVE = 'mapping.attribute-case';

/** Fixes for all problems of a kind; that of the spelling also as what an editor does on saving. */
export function* fixAll(document: MappingDocument, diagnostics: readonly Diagnostic[]): Generator<CodeAction> {
  for (const [code, title] of Object.entries(ALL)) {
    const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
    if (own.length === 0) continue;
    const edits = document.loaded.problems.flatMap((problem) => replacementOf(problem, code));
    if (edits.length === 0) continue;
    const edit = documentEdit(document, edits);
    if (edits.length > 1) yield { title, kind: 'quickfix', diagnostics: own, edit };
    if (code === ON_SAVE) yield { title, kind: 'source.fixAll', diagnostics: own, edit };
  }
}

function replacementOf({ code, span, data }: Problem, wanted: string) {
  const newText = code === wanted && data !== undefined ? textIn(data, 'replacement') : undefined;
  return newText === undefined ? [] : [{ span, newText }];
}
