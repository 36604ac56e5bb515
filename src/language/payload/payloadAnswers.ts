import type { CodeAction } from 'vscode-languageserver-types';
import { span } from '../../core/text/span';
import type { PayloadDocument } from '../../core/payload/document/payloadDocument';
import { problemsOf, textBetween } from '../../core/payload/document/payloadDocument';
import type { ActionRequest } from '../shared/actionRequest';
import { isWanted, wanted } from '../shared/actionRequest';
import type { DocumentAnswers } from '../shared/documentAnswers';
import { fixActions } from '../shared/fixes/fixActions';
import { resolveFixAll } from '../shared/fixes/fixAll';
import { refactoringActions, resolveRefactoring } from '../shared/refactorings/refactoringActions';
import type { TextPlaces } from '../shared/textPlaces';
import { completePayload } from './completion/completePayload';
import { diagnosePayload } from './diagnosePayload';
import type { DiagnosedPayload } from './editedPayload';
import { hoverPayload } from './hover/hoverPayload';
import type { PayloadService } from './payloadService';
import { payloadFixes } from './quickFixes/payloadFixes';
import { payloadRefactorings } from './refactorings/payloadRefactorings';
import { payloadSymbols } from './symbols';

/**
 * The editor features of a bulk request or a single user.
 * @param places those of the editor, which keeps its line index while the text changes
 */
export function payloadAnswers(payload: PayloadDocument, service: PayloadService, places: TextPlaces): DocumentAnswers {
  const edited = diagnosed(payload, places);
  return {
    kind: payload.kind,
    diagnose: (options) => diagnosePayload(edited, options),
    codeActions: (request) => wanted(actionsOf(edited, request), request),
    resolveAction: (action) =>
      resolveRefactoring(payloadRefactorings(edited), resolveFixAll(payloadFixes(edited), action)),
    complete: (offset) => completePayload(service, edited, offset),
    hover: (offset) => hoverPayload(service, edited, offset),
    symbols: () => payloadSymbols(edited),
  };
}

/** The payload with its problems, which are collected when they are first needed. */
function diagnosed(payload: PayloadDocument, places: TextPlaces): DiagnosedPayload {
  let problems: DiagnosedPayload['problems'] | undefined;
  return {
    positionAt: (offset) => places.positionAt(offset),
    offsetAt: (position) => places.offsetAt(position),
    payload,
    slice: (start, end) => textBetween(payload, start, end),
    knowledge: payload.knowledge,
    get problems() {
      return (problems ??= problemsOf(payload));
    },
  };
}

function actionsOf(payload: DiagnosedPayload, request: ActionRequest): readonly CodeAction[] {
  return [
    ...(isWanted('quickfix', request) ? fixActions(payloadFixes(payload), request.diagnostics) : []),
    ...(isWanted('refactor', request) ? refactoringActions(payloadRefactorings(payload), span(0, 0)) : []),
  ];
}
