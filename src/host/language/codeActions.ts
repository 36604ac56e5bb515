import type { Disposable, TextDocument } from 'vscode';
import { CodeAction, CodeActionKind, languages } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import { mappingAnswers } from '../../language/mapping/mappingAnswers';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { isOneOf, toCodeAction, toProtocolRange } from './protocol';

const SORT_RULES = CodeActionKind.Source.append('sortRules');

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

/** Fixes for the problems at the cursor, and changes that leave the meaning as it is. */
export function registerCodeActions({ mappings, settings }: Services): Disposable {
  return languages.registerCodeActionsProvider(
    mappingLanguageId,
    {
      provideCodeActions: (document, range, { diagnostics, only }) => {
        const answers = mappingAnswers(mappings.mapping(document));
        // The editor's diagnostics have lost their data: they are known again by code and place
        const known = answers.diagnose({ levels: settings.current.problemLevels }).filter(isOneOf(diagnostics));
        return answers
          .codeActions({ range: toProtocolRange(range), diagnostics: known, only: only?.value })
          .map((action) => {
            const shown = toCodeAction(action, document.uri, diagnostics);
            return action.data === undefined ? shown : new LaterAction(document, action, shown);
          });
      },
      resolveCodeAction: (action) => {
        if (!(action instanceof LaterAction)) return action;
        const answers = mappingAnswers(mappings.mapping(action.document));
        const { edit } = toCodeAction(answers.resolveAction(action.asked), action.document.uri, []);
        if (edit !== undefined) action.edit = edit;
        return action;
      },
    },
    {
      providedCodeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.Refactor,
        CodeActionKind.SourceFixAll,
        SORT_RULES,
      ],
    },
  );
}
