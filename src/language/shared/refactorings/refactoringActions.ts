import type { CodeAction } from 'vscode-languageserver-types';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { documentEdit } from '../documentEdit';
import type { LaterEdit } from '../laterEdit';
import { isLaterEdit } from '../laterEdit';
import type { TextPlaces } from '../textPlaces';
import type { Refactored, Refactoring } from './refactoring';

/** What a language provides to the refactoring engine. */
export interface RefactoringLanguage<Document> {
  readonly table: readonly Refactoring<Document>[];
  readonly document: Document;
  readonly places: TextPlaces;
  /** Adds the formatting of the touched lines to the edits; absent in a language that does not format. */
  readonly formatted?: (edits: readonly TextEdit[]) => readonly TextEdit[];
}

/**
 * The refactorings at a selection, as code actions. Their edits are under `documentKey`; {@link resolveRefactoring}
 * computes the edits of an action with `data` when it is chosen.
 */
export function refactoringActions<Document>(language: RefactoringLanguage<Document>, where: Span): CodeAction[] {
  return refactoredAt(language, where).flatMap((refactored): CodeAction[] => {
    const { title, kind, edits, command } = refactored;
    if (command !== undefined) {
      return [{ title, kind, command: { title, command: command.id, arguments: [...command.arguments] } }];
    }
    if (typeof edits === 'function') {
      const data: LaterEdit = { edit: 'refactoring', title };
      return [{ title, kind, data }];
    }
    const change = changeOf(language, refactored);
    return change.length === 0 ? [] : [{ title, kind, edit: documentEdit(language.places, change) }];
  });
}

/**
 * Completes an action of {@link refactoringActions} with its edits; returns any other action unchanged. The refactoring
 * is looked up at offset 0, as those with later edits are offered at every place.
 */
export function resolveRefactoring<Document>(language: RefactoringLanguage<Document>, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (action.edit !== undefined || !isLaterEdit(data) || data.edit !== 'refactoring') return action;
  const chosen = refactoredAt(language, span(0, 0)).find(({ title }) => title === data.title);
  return chosen === undefined ? action : { ...action, edit: documentEdit(language.places, changeOf(language, chosen)) };
}

function refactoredAt<Document>({ table, document }: RefactoringLanguage<Document>, where: Span) {
  return table.flatMap((refactoring) => [...refactoring(document, where)]);
}

function changeOf<Document>(
  { formatted }: RefactoringLanguage<Document>,
  { edits = [], isStructural }: Refactored,
): readonly TextEdit[] {
  const change = typeof edits === 'function' ? edits() : edits;
  return isStructural === true && formatted !== undefined ? formatted(change) : change;
}
