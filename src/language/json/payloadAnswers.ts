import type { PayloadDocument } from '../../core/payload/document/payloadDocument';
import { problemsOf, textBetween } from '../../core/payload/document/payloadDocument';
import { isBlockingInPayload } from '../../core/payload/payloadProblemKinds';
import { applyLevels } from '../../core/problems/problemLevels';
import { completePayload } from '../payload/completion/completePayload';
import { diagnosePayload } from '../payload/diagnosePayload';
import type { DiagnosedPayload } from '../payload/editedPayload';
import { hoverPayload } from '../payload/hover/hoverPayload';
import type { PayloadService } from '../payload/payloadService';
import { payloadQuickFixes } from '../payload/quickFixes/payloadQuickFixes';
import { payloadRefactorings } from '../payload/refactorings/payloadRefactorings';
import { resolvePayloadAction } from '../payload/resolvePayloadAction';
import { payloadSymbols } from '../payload/symbols';
import type { JsonAnswers } from './jsonAnswers';

/** From offsets in a text to lines and characters, and back: whoever shows the text knows best. */
export type TextPlaces = Pick<DiagnosedPayload, 'positionAt' | 'offsetAt'>;

/** What can be told of a bulk request or a single user. */
export function payloadAnswers(payload: PayloadDocument, service: PayloadService, places: TextPlaces): JsonAnswers {
  let problems: DiagnosedPayload['problems'] | undefined;
  const edited: DiagnosedPayload = {
    ...places,
    payload,
    slice: (start, end) => textBetween(payload, start, end),
    knowledge: payload.knowledge,
    get problems() {
      return (problems ??= problemsOf(payload));
    },
  };
  return {
    kind: payload.kind,
    diagnose: ({ levels, ...options }) => {
      const levelled = applyLevels(edited.problems, levels, isBlockingInPayload);
      return diagnosePayload({ ...edited, problems: levelled }, options);
    },
    complete: (offset) => completePayload(service, edited, offset),
    hover: (offset) => hoverPayload(service, edited, offset),
    signatureHelp: () => undefined,
    codeActions: (_range, diagnostics) => [...payloadQuickFixes(edited, diagnostics), ...payloadRefactorings(edited)],
    resolveAction: (action) => resolvePayloadAction(edited, action),
    symbols: () => payloadSymbols(edited),
  };
}
