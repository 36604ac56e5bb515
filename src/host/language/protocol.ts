// From the protocol's types, which src/language uses, to the editor's own.
import type * as protocol from 'vscode-languageserver-types';
import {
  CodeAction,
  CodeActionKind,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  Hover,
  InlayHint,
  InlayHintKind,
  Location,
  MarkdownString,
  ParameterInformation,
  Position,
  Range,
  SelectionRange,
  SignatureHelp,
  SignatureInformation,
  SnippetString,
  TextEdit,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type { Command } from 'vscode';
import {
  asMarkdown,
  plainAction,
  plainDiagnostic,
  plainHint,
  plainItem,
  plainSymbol,
} from '../../language/shared/plainAnswers';
import type { Markdown } from '../../language/shared/markdown';
import { markup } from '../../language/shared/markdown';
import { completionKind, highlightKind, symbolKind } from './protocolKinds';

function toPosition({ line, character }: protocol.Position): Position {
  return new Position(line, character);
}

export function toRange({ start, end }: protocol.Range): Range {
  return new Range(toPosition(start), toPosition(end));
}

export function toProtocolRange({ start, end }: Range): protocol.Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/**
 * Our Markdown, and the only place that passes any to the editor: no HTML, icons or commands for any contents.
 * @param commands the only ones that its links may run
 */
function toMarkdown(content: string | protocol.MarkupContent, commands: readonly string[] = []): MarkdownString {
  const markdown = new MarkdownString(asMarkdown(content).value);
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  markdown.isTrusted = commands.length > 0 && { enabledCommands: commands };
  return markdown;
}

/** The hover of a row. */
export function markdownHover(markdown: Markdown): MarkdownString {
  return toMarkdown(markup(markdown));
}

export function toTextEdit({ range, newText }: protocol.TextEdit): TextEdit {
  return new TextEdit(toRange(range), newText);
}

const SEVERITIES = [
  DiagnosticSeverity.Error,
  DiagnosticSeverity.Warning,
  DiagnosticSeverity.Information,
  DiagnosticSeverity.Hint,
] as const;

export function toDiagnostic(from: protocol.Diagnostic, document: Uri): Diagnostic {
  const { message, code, codeDescription, source, tags, relatedInformation } = plainDiagnostic(from);
  const text = typeof message === 'string' ? message : message.value;
  const diagnostic = new Diagnostic(toRange(from.range), text, SEVERITIES[(from.severity ?? 1) - 1]);
  if (code !== undefined)
    diagnostic.code =
      codeDescription === undefined ? code : { value: code, target: Uri.parse(codeDescription.href, true) };
  if (source !== undefined) diagnostic.source = source;
  if (tags !== undefined)
    diagnostic.tags = tags.map((tag) => (tag === 1 ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated));
  if (relatedInformation !== undefined)
    diagnostic.relatedInformation = relatedInformation.map(
      ({ location, message: words }) =>
        new DiagnosticRelatedInformation(new Location(document, toRange(location.range)), words),
    );
  return diagnostic;
}

/**
 * @param hover whose contents are markup, like all of ours
 * @param commands the only ones that its links may run
 */
export function toHover({ contents, range }: protocol.Hover, commands: readonly string[] = []): Hover {
  const content = typeof contents === 'string' || 'kind' in contents ? toMarkdown(contents, commands) : undefined;
  return new Hover(content ?? [], range === undefined ? undefined : toRange(range));
}

/** A hover of several parts, with a line between them. */
export function toSections(sections: readonly Markdown[], commands: readonly string[], range?: protocol.Range): Hover {
  const contents = sections.map((section) => toMarkdown(markup(section), commands));
  return new Hover(contents, range === undefined ? undefined : toRange(range));
}

export function toCompletionList({ isIncomplete, items }: protocol.CompletionList): CompletionList {
  return new CompletionList(items.map(toCompletionItem), isIncomplete);
}

function toCompletionItem(asAnswered: protocol.CompletionItem): CompletionItem {
  const from = plainItem(asAnswered);
  const { labelDetails } = from;
  const item = new CompletionItem(labelDetails === undefined ? from.label : { label: from.label, ...labelDetails });
  if (from.kind !== undefined) item.kind = completionKind(from.kind);
  if (from.detail !== undefined) item.detail = from.detail;
  if (from.documentation !== undefined) item.documentation = toMarkdown(from.documentation);
  if (from.sortText !== undefined) item.sortText = from.sortText;
  if (from.filterText !== undefined) item.filterText = from.filterText;
  if (from.preselect !== undefined) item.preselect = from.preselect;
  if (from.commitCharacters !== undefined) item.commitCharacters = from.commitCharacters;
  if (from.command !== undefined) item.command = toCommand(from.command);
  if (from.additionalTextEdits !== undefined) item.additionalTextEdits = from.additionalTextEdits.map(toTextEdit);
  const text = from.textEdit?.newText ?? from.insertText ?? asAnswered.label;
  item.insertText = from.insertTextFormat === 2 ? new SnippetString(text) : text;
  if (from.textEdit !== undefined && 'range' in from.textEdit) item.range = toRange(from.textEdit.range);
  return item;
}

function toCommand({ title, command, arguments: args, tooltip }: protocol.Command): Command {
  return {
    title,
    command,
    ...(args === undefined ? {} : { arguments: args }),
    ...(tooltip === undefined ? {} : { tooltip }),
  };
}

export function toSignatureHelp(from: protocol.SignatureHelp): SignatureHelp {
  const help = new SignatureHelp();
  help.signatures = from.signatures.map(({ label, documentation, parameters, activeParameter }) => {
    const signature = new SignatureInformation(
      label,
      documentation === undefined ? undefined : toMarkdown(documentation),
    );
    signature.parameters = (parameters ?? []).map(
      (parameter) =>
        new ParameterInformation(
          typeof parameter.label === 'string' ? parameter.label : [parameter.label[0], parameter.label[1]],
          parameter.documentation === undefined ? undefined : toMarkdown(parameter.documentation),
        ),
    );
    if (typeof activeParameter === 'number') signature.activeParameter = activeParameter;
    return signature;
  });
  help.activeSignature = from.activeSignature ?? 0;
  help.activeParameter = from.activeParameter ?? 0;
  return help;
}

export function toInlayHint(from: protocol.InlayHint): InlayHint {
  const { position, label, kind, tooltip, paddingLeft, paddingRight } = plainHint(from);
  const hint = new InlayHint(toPosition(position), label);
  if (kind !== undefined) hint.kind = kind === 1 ? InlayHintKind.Type : InlayHintKind.Parameter;
  if (tooltip !== undefined) hint.tooltip = toMarkdown(tooltip);
  if (paddingLeft !== undefined) hint.paddingLeft = paddingLeft;
  if (paddingRight !== undefined) hint.paddingRight = paddingRight;
  return hint;
}

export function toDocumentSymbol(from: protocol.DocumentSymbol): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = plainSymbol(from);
  const symbol = new DocumentSymbol(name, detail ?? '', symbolKind(kind), toRange(range), toRange(selectionRange));
  symbol.children = (children ?? []).map(toDocumentSymbol);
  return symbol;
}

const FOLDING_KINDS: Readonly<Record<string, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
  region: FoldingRangeKind.Region,
};

export function toFoldingRange({ startLine, endLine, kind }: protocol.FoldingRange): FoldingRange {
  return new FoldingRange(startLine, endLine, kind === undefined ? undefined : FOLDING_KINDS[kind]);
}

export function toDocumentHighlight({ range, kind }: protocol.DocumentHighlight): DocumentHighlight {
  return new DocumentHighlight(toRange(range), kind === undefined ? undefined : highlightKind(kind));
}

export function toSelectionRange({ range, parent }: protocol.SelectionRange): SelectionRange {
  return new SelectionRange(toRange(range), parent === undefined ? undefined : toSelectionRange(parent));
}

/** The edits of one document. */
export function toWorkspaceEdit(document: Uri, edits: readonly protocol.TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(document, edits.map(toTextEdit));
  return edit;
}

/**
 * @param document the document that the edits of the action are for, even if they name another one
 * @param diagnostics the editor's own; the action fixes some of them
 */
export function toCodeAction(from: protocol.CodeAction, document: Uri, diagnostics: readonly Diagnostic[]): CodeAction {
  const action = new CodeAction(
    plainAction(from).title,
    from.kind === undefined ? undefined : CodeActionKind.Empty.append(from.kind),
  );
  const edits = Object.values(from.edit?.changes ?? {}).flat();
  if (edits.length > 0) action.edit = toWorkspaceEdit(document, edits);
  if (from.isPreferred !== undefined) action.isPreferred = from.isPreferred;
  if (from.command !== undefined) action.command = toCommand(from.command);
  if (from.disabled !== undefined) action.disabled = from.disabled;
  const mended = new Set((from.diagnostics ?? []).map((one) => `${one.code ?? ''} ${keyOf(one.range)}`));
  action.diagnostics = diagnostics.filter((one) => mended.has(`${codeOf(one)} ${keyOf(one.range)}`));
  return action;
}

/** The code of a diagnostic of the editor's, whether it has a link or not. */
function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** The editor returns diagnostics without their data: ours are recognised by code and place. */
export function isOneOf(diagnostics: readonly Diagnostic[]): (candidate: protocol.Diagnostic) => boolean {
  return ({ code, range }) =>
    diagnostics.some((diagnostic) => codeOf(diagnostic) === code && diagnostic.range.isEqual(toRange(range)));
}

function keyOf({ start, end }: protocol.Range | Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
