import type { Disposable, TextDocument } from 'vscode';
import { CodeAction, CodeActionKind, languages } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import { isOneOf, toCodeAction, toProtocolRange } from '../../language/protocol';
import type { Services } from '../../services';
import { diagnosisOptions } from './jsonDiagnostics';
import { jsonDocuments } from './jsonLanguages';

/** An action of which the edits are made when it is chosen. */
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

/** Fixes for the problems at the cursor, and other ways to write a payload. */
export function registerJsonActions({ json, settings }: Services): Disposable {
  return languages.registerCodeActionsProvider(
    jsonDocuments,
    {
      provideCodeActions: (document, range, { diagnostics, only }) => {
        const answers = json.answers(document);
        if (answers === undefined) return undefined;
        // The editor's diagnostics have lost their data: they are known again by code and place
        const known = answers.diagnose(diagnosisOptions(document, settings.current)).filter(isOneOf(diagnostics));
        return answers
          .codeActions({ range: toProtocolRange(range), diagnostics: known, only: only?.value })
          .map((action) => {
            const shown = toCodeAction(action, document.uri, diagnostics);
            return action.data === undefined ? shown : new LaterAction(document, action, shown);
          });
      },
      resolveCodeAction: (action) => {
        const answers = action instanceof LaterAction ? json.answers(action.document) : undefined;
        if (!(action instanceof LaterAction) || answers === undefined) return action;
        const { edit } = toCodeAction(answers.resolveAction(action.asked), action.document.uri, []);
        if (edit !== undefined) action.edit = edit;
        return action;
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  );
}
