import type { Diagnostic, Disposable, TextDocument } from 'vscode';
import { CodeAction, languages } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { isEditorsSyntaxError, isSyntaxError } from './editorJsonErrors';
import { isOneOf, toCodeAction, toProtocolRange, toRange } from './protocol';

/** An action whose edits are made when it is chosen. */
class LaterAction extends CodeAction {
  constructor(
    readonly document: TextDocument,
    readonly asked: protocol.CodeAction,
    shown: CodeAction,
  ) {
    super(shown.title, shown.kind);
    Object.assign(this, shown);
  }
}

/** Whether our syntax error is the same as the editor's own: they are seldom at the same character. */
function isMeantBy(own: protocol.Diagnostic, editors: readonly Diagnostic[]): boolean {
  if (!isSyntaxError(own)) return false;
  const { start, end } = toRange(own.range);
  return editors.some(({ range }) => start.line <= range.end.line + 1 && end.line >= range.start.line - 1);
}

/** Fixes for the problems at the cursor, and other ways to write the text there. */
export function registerCodeActions({ documents, settings }: Services, language: EditorLanguage): Disposable {
  return languages.registerCodeActionsProvider(
    language.documents,
    {
      provideCodeActions: (document, range, { diagnostics, only }) => {
        const answers = documents.answers(document);
        if (answers === undefined) return undefined;
        const editors = diagnostics.filter(isEditorsSyntaxError);
        // The editor's diagnostics have lost their data: they are recognised by code and place
        const known =
          diagnostics.length === 0
            ? []
            : answers
                .diagnose({ levels: settings.current.problemLevels })
                .filter((one) => isOneOf(diagnostics)(one) || isMeantBy(one, editors));
        return answers
          .codeActions({ range: toProtocolRange(range), diagnostics: known, only: only?.value })
          .map((action) => {
            const shown = toCodeAction(action, document.uri, diagnostics);
            if (action.diagnostics?.some(isSyntaxError) === true && shown.diagnostics?.length === 0)
              shown.diagnostics = editors;
            return action.data === undefined ? shown : new LaterAction(document, action, shown);
          });
      },
      resolveCodeAction: (action) => {
        const answers = action instanceof LaterAction ? documents.answers(action.document) : undefined;
        if (!(action instanceof LaterAction) || answers === undefined) return action;
        const { edit } = toCodeAction(answers.resolveAction(action.asked), action.document.uri, []);
        if (edit !== undefined) action.edit = edit;
        return action;
      },
    },
    { providedCodeActionKinds: language.actionKinds },
  );
}
