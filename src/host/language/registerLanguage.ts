import { Disposable } from 'vscode';
import type { Services } from '../services';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import { registerDocumentLinks } from './documentLinks';
import { registerExtractLenses } from './extractLenses';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerMappingDiagnostics } from './mappingDiagnostics';
import { registerMappingLenses } from './mappingLenses';
import { registerNames } from './names';
import { registerOutline } from './outline';
import { registerRecordValues } from './recordValues';
import { registerSemanticTokens } from './semanticTokens';
import { registerSignatureHelp } from './signatureHelp';

/** Everything that the editor may ask about a mapping. */
const questions: readonly ((services: Services) => Disposable)[] = [
  registerMappingDiagnostics,
  registerCompletion,
  registerSignatureHelp,
  registerHover,
  registerRecordValues,
  registerCodeActions,
  registerFormatting,
  registerNames,
  registerOutline,
  registerSemanticTokens,
  registerDocumentLinks,
  registerMappingLenses,
  registerExtractLenses,
];

export function registerLanguage(services: Services): Disposable {
  return Disposable.from(services.mappings.start(), ...questions.map((register) => register(services)));
}
