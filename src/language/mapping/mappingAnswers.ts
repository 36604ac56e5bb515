import type { CodeAction } from 'vscode-languageserver-types';
import type { ActionRequest } from '../shared/actionRequest';
import { areSourceActionsWanted, isWanted, wanted } from '../shared/actionRequest';
import type { DocumentAnswers } from '../shared/documentAnswers';
import { fixActions } from '../shared/fixes/fixActions';
import { resolveFixAll } from '../shared/fixes/fixAll';
import { completeMapping } from './completion/completeMapping';
import { diagnoseMapping } from './diagnoseMapping';
import type { MappingDocument } from './document/mappingDocument';
import { documentLinks } from './documentLinks';
import { foldingRanges } from './foldingRanges';
import { formatDocument, formatRange } from './formatting';
import { documentHighlights } from './highlights';
import { hoverMapping } from './hover/hoverMapping';
import { inlayHints } from './inlayHints';
import { mappingFixes } from './quickFixes/mappingFixes';
import { refactorings, sourceActions } from './refactorings/refactorings';
import { findReferences } from './references';
import { prepareRename, renameColumn } from './rename';
import { selectionRanges } from './selectionRanges';
import { semanticTokens } from './semanticTokens';
import { signatureHelp } from './signatureHelp';
import { documentSymbols } from './symbols';

/** The editor features of a mapping. */
export function mappingAnswers(document: MappingDocument): DocumentAnswers {
  return {
    kind: 'mapping',
    diagnose: (options) => diagnoseMapping(document, options),
    codeActions: (request) => wanted(withoutRepeats(actionsOf(document, request)), request),
    resolveAction: (action) => resolveFixAll(mappingFixes(document), action),
    complete: (offset) => completeMapping(document, offset),
    hover: (offset) => hoverMapping(document, offset),
    symbols: () => documentSymbols(document),
    signatureHelp: (offset) => signatureHelp(document, offset),
    format: (range) => (range === undefined ? formatDocument(document) : formatRange(document, range)),
    folds: () => foldingRanges(document),
    selectionRanges: (offsets) => selectionRanges(document, offsets),
    semanticTokens: () => semanticTokens(document),
    inlayHints: (range) => inlayHints(document, range),
    links: () => documentLinks(document),
    highlights: (offset) => documentHighlights(document, offset),
    references: (offset) => findReferences(document, offset),
    prepareRename: (offset) => prepareRename(document, offset),
    rename: (offset, name) => renameColumn(document, offset, name),
  };
}

function actionsOf(document: MappingDocument, request: ActionRequest): readonly CodeAction[] {
  const areFixesWanted = isWanted('quickfix', request) || isWanted('source.fixAll', request);
  return [
    ...(areFixesWanted ? fixActions(mappingFixes(document), request.diagnostics) : []),
    ...(isWanted('refactor', request) ? refactorings(document, request.range) : []),
    ...(areSourceActionsWanted(request) ? sourceActions(document) : []),
  ];
}

/** Problems at the same place may have the same fix; it is offered once. */
function withoutRepeats(actions: readonly CodeAction[]): readonly CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title, kind = '' }) => {
    const key = `${kind} ${title}`;
    const isNew = !titles.has(key);
    titles.add(key);
    return isNew;
  });
}
