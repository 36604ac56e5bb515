import type { Disposable } from 'vscode';
import { languages, SemanticTokens, SemanticTokensLegend } from 'vscode';
import { semanticTokens, semanticTokensLegend } from '../../language/mapping/semanticTokens';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';

export function registerSemanticTokens({ mappings }: Services): Disposable {
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  return languages.registerDocumentSemanticTokensProvider(
    mappingLanguageId,
    {
      provideDocumentSemanticTokens: (document) =>
        new SemanticTokens(Uint32Array.from(semanticTokens(mappings.mapping(document)).data)),
    },
    new SemanticTokensLegend([...tokenTypes], [...tokenModifiers]),
  );
}
