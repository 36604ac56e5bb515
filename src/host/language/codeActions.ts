import type { CodeAction, Disposable } from 'vscode';
import { CodeActionKind, languages } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import { diagnoseMapping } from '../../language/mapping/diagnoseMapping';
import { quickFixes } from '../../language/mapping/quickFixes/quickFixes';
import { refactorings, sourceActions } from '../../language/mapping/refactorings/refactorings';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { isOneOf, toCodeAction, toProtocolRange } from './protocol';

const SORT_RULES = CodeActionKind.Source.append('sortRules');

/** Fixes for the problems at the cursor, and changes that leave the meaning as it is. */
export function registerCodeActions({ mappings, settings }: Services): Disposable {
  return languages.registerCodeActionsProvider(
    mappingLanguageId,
    {
      provideCodeActions: (document, range, { diagnostics, only }) => {
        const mapping = mappings.mapping(document);
        const isWanted = (kind: CodeActionKind) => only === undefined || kind.contains(only) || only.contains(kind);
        const found: protocol.CodeAction[] = [];
        if (isWanted(CodeActionKind.QuickFix) || isWanted(CodeActionKind.SourceFixAll)) {
          // The editor's diagnostics have lost their data: they are known again by code and place
          const known = diagnoseMapping(mapping, { levels: settings.current.problemLevels });
          found.push(...quickFixes(mapping, known.filter(isOneOf(diagnostics))));
        }
        if (isWanted(CodeActionKind.Refactor)) found.push(...refactorings(mapping, toProtocolRange(range)));
        if (only !== undefined && CodeActionKind.Source.contains(only)) found.push(...sourceActions(mapping));
        return withoutRepeats(found)
          .map((action): CodeAction => toCodeAction(action, document.uri, diagnostics))
          .filter(({ kind }) => only === undefined || kind === undefined || only.contains(kind));
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

/** Problems at one place may be mended by the same words: those are offered once. */
function withoutRepeats(actions: readonly protocol.CodeAction[]): readonly protocol.CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title, kind = '' }) => {
    const key = `${kind} ${title}`;
    const isNew = !titles.has(key);
    titles.add(key);
    return isNew;
  });
}
