import type { Disposable, TextDocument } from 'vscode';
import { CodeAction, languages } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { isOneOf, toCodeAction, toProtocolRange } from './protocol';

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

/** Fixes for the problems at the cursor, and other ways to write what is there. */
export function registerCodeActions({ documents, settings }: Services, language: EditorLanguage): Disposable {
  return languages.registerCodeActionsProvider(
    language.documents,
    {
      provideCodeActions: (document, range, { diagnostics, only }) => {
        const answers = documents.answers(document);
        if (answers === undefined) return undefined;
        // The editor's diagnostics have lost their data: they are known again by code and place
        const known =
          diagnostics.length === 0
            ? []
            : answers.diagnose({ levels: settings.current.problemLevels }).filter(isOneOf(diagnostics));
        return answers
          .codeActions({ range: toProtocolRange(range), diagnostics: known, only: only?.value })
          .map((action) => {
            const shown = toCodeAction(action, document.uri, diagnostics);
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
