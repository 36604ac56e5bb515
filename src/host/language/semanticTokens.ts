import type { Disposable } from 'vscode';
import { languages, SemanticTokens, SemanticTokensLegend } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';

export function registerSemanticTokens({ documents }: Services, language: EditorLanguage): Disposable {
  const { tokenTypes = [], tokenModifiers = [] } = language.tokensLegend ?? {};
  return languages.registerDocumentSemanticTokensProvider(
    language.documents,
    {
      provideDocumentSemanticTokens: (document) => {
        const tokens = documents.answers(document)?.semanticTokens?.();
        return tokens && new SemanticTokens(Uint32Array.from(tokens.data));
      },
    },
    new SemanticTokensLegend([...tokenTypes], [...tokenModifiers]),
  );
}
