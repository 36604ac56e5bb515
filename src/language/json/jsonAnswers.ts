import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Range,
  SignatureHelp,
} from 'vscode-languageserver-types';
import type { PayloadKind } from '../../core/payload/document/recognisePayload';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import type { ProblemPlaces } from '../shared/problemDiagnostics';

/** How problems are to be shown. */
export interface JsonDiagnosisOptions extends Omit<ProblemPlaces, 'positionAt'> {
  readonly levels: ProblemLevels;
}

/** A JSON document that we know something about, and what an editor may ask about it. */
export interface JsonAnswers {
  readonly kind: PayloadKind;
  diagnose(options: JsonDiagnosisOptions): readonly Diagnostic[];
  complete(offset: number): Promise<CompletionList>;
  hover(offset: number): Promise<Hover | undefined>;
  signatureHelp(offset: number): SignatureHelp | undefined;
  /** Fixes of the problems, which are some that {@link diagnose} has given, and other ways to write what is in the range. */
  codeActions(range: Range, diagnostics: readonly Diagnostic[]): readonly CodeAction[];
  /** The action with the edits that were left for when it is chosen. */
  resolveAction(action: CodeAction): CodeAction;
  symbols(): readonly DocumentSymbol[];
}
