// The kinds of the editor in the order in which the protocol numbers its own, from 1.
import { CompletionItemKind, DocumentHighlightKind, SymbolKind } from 'vscode';

const completionKinds: readonly CompletionItemKind[] = [
  CompletionItemKind.Text,
  CompletionItemKind.Method,
  CompletionItemKind.Function,
  CompletionItemKind.Constructor,
  CompletionItemKind.Field,
  CompletionItemKind.Variable,
  CompletionItemKind.Class,
  CompletionItemKind.Interface,
  CompletionItemKind.Module,
  CompletionItemKind.Property,
  CompletionItemKind.Unit,
  CompletionItemKind.Value,
  CompletionItemKind.Enum,
  CompletionItemKind.Keyword,
  CompletionItemKind.Snippet,
  CompletionItemKind.Color,
  CompletionItemKind.File,
  CompletionItemKind.Reference,
  CompletionItemKind.Folder,
  CompletionItemKind.EnumMember,
  CompletionItemKind.Constant,
  CompletionItemKind.Struct,
  CompletionItemKind.Event,
  CompletionItemKind.Operator,
  CompletionItemKind.TypeParameter,
];

const symbolKinds: readonly SymbolKind[] = [
  SymbolKind.File,
  SymbolKind.Module,
  SymbolKind.Namespace,
  SymbolKind.Package,
  SymbolKind.Class,
  SymbolKind.Method,
  SymbolKind.Property,
  SymbolKind.Field,
  SymbolKind.Constructor,
  SymbolKind.Enum,
  SymbolKind.Interface,
  SymbolKind.Function,
  SymbolKind.Variable,
  SymbolKind.Constant,
  SymbolKind.String,
  SymbolKind.Number,
  SymbolKind.Boolean,
  SymbolKind.Array,
  SymbolKind.Object,
  SymbolKind.Key,
  SymbolKind.Null,
  SymbolKind.EnumMember,
  SymbolKind.Struct,
  SymbolKind.Event,
  SymbolKind.Operator,
  SymbolKind.TypeParameter,
];

const highlightKinds: readonly DocumentHighlightKind[] = [
  DocumentHighlightKind.Text,
  DocumentHighlightKind.Read,
  DocumentHighlightKind.Write,
];

export function completionKind(number: number): CompletionItemKind {
  return completionKinds[number - 1] ?? CompletionItemKind.Text;
}

export function symbolKind(number: number): SymbolKind {
  return symbolKinds[number - 1] ?? SymbolKind.Property;
}

export function highlightKind(number: number): DocumentHighlightKind {
  return highlightKinds[number - 1] ?? DocumentHighlightKind.Text;
}
