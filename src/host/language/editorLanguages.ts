import { CodeActionKind } from 'vscode';
import { semanticTokensLegend } from '../../language/mapping/semanticTokensLegend';
import { commandIds, mappingLanguageId } from '../contributions';
import { JSON_LANGUAGES } from '../documents/jsonLanguages';
import { registerCodeActions } from './codeActions';
import { registerCodeLenses } from './lenses/codeLenses';
import { registerCompletion } from './completion';
import { registerDocumentLinks } from './documentLinks';
import type { EditorLanguage } from './editorLanguage';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerNames } from './names';
import { registerOutline } from './outline';
import { registerSemanticTokens } from './semanticTokens';
import { registerSignatureHelp } from './signatureHelp';
import { registerStructure } from './structure';

const mappings: EditorLanguage = {
  names: ['mappings'],
  documents: [{ language: mappingLanguageId }],
  completionTriggers: ['[', '.', '"', '(', ',', '@', '=', ' '],
  actionKinds: [
    CodeActionKind.QuickFix,
    CodeActionKind.Refactor,
    CodeActionKind.SourceFixAll,
    CodeActionKind.Source.append('sortRules'),
  ],
  hoverCommands: [commandIds.showCell],
  tokensLegend: semanticTokensLegend,
  questions: [
    registerCompletion,
    registerSignatureHelp,
    registerHover,
    registerInlayHints,
    registerCodeActions,
    registerFormatting,
    registerNames,
    registerOutline,
    registerStructure,
    registerSemanticTokens,
    registerDocumentLinks,
    registerCodeLenses,
  ],
};

/** Payloads and schemas of jobs, recognised by their content: other JSON gets no answers. */
const json: EditorLanguage = {
  names: ['payloads', 'jobSchemas'],
  documents: JSON_LANGUAGES.map((language) => ({ language })),
  completionTriggers: ['"', ':', ' ', '[', '(', ','],
  actionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor],
  hoverCommands: [],
  questions: [
    registerCompletion,
    registerSignatureHelp,
    registerHover,
    registerCodeActions,
    registerOutline,
    registerCodeLenses,
  ],
};

/** Every language of the extension, and the questions that it supports. */
export const editorLanguages: readonly EditorLanguage[] = [mappings, json];
