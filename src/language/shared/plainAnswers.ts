// Makes answers that may contain texts of files safe for an editor that draws icons in labels. This is the last step
// before the editor.
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  InlayHint,
  MarkupContent,
} from 'vscode-languageserver-types';
import type { PlainText } from '../../core/text/plainText';
import { plainText } from '../../core/text/plainText';
import { visibleLines } from '../../core/text/visible';
import { markup, paragraphs, prose } from './markdown';

/** An offer whose label and details draw no icons. The filter text stays the real text, so typing still finds it. */
export function plainItem(item: CompletionItem): CompletionItem {
  const { label, filterText, detail, labelDetails, documentation } = item;
  const shown = plainText(label);
  return {
    ...item,
    label: shown,
    ...(shown === label ? {} : { filterText: filterText ?? label }),
    ...(detail === undefined ? {} : { detail: plainText(detail) }),
    ...(labelDetails === undefined ? {} : { labelDetails: plainDetails(labelDetails) }),
    ...(documentation === undefined ? {} : { documentation: asMarkdown(documentation) }),
  };
}

function plainDetails({ detail, description }: NonNullable<CompletionItem['labelDetails']>) {
  return {
    ...(detail === undefined ? {} : { detail: plainText(detail) }),
    ...(description === undefined ? {} : { description: plainText(description) }),
  };
}

export function plainSymbol(symbol: DocumentSymbol): DocumentSymbol {
  const { name, detail, children } = symbol;
  return {
    ...symbol,
    name: plainText(name),
    ...(detail === undefined ? {} : { detail: plainText(detail) }),
    ...(children === undefined ? {} : { children: children.map(plainSymbol) }),
  };
}

/** A hint whose label is a single text. */
export function plainHint(hint: InlayHint): InlayHint & { readonly label: PlainText } {
  const { label, tooltip } = hint;
  const text = typeof label === 'string' ? label : label.map((part) => part.value).join('');
  return { ...hint, label: plainText(text), ...(tooltip === undefined ? {} : { tooltip: asMarkdown(tooltip) }) };
}

/**
 * Makes a text safe as Markdown, because the editor interprets plain texts as Markdown, too, and turns addresses into
 * links. Markdown is already safe.
 */
export function asMarkdown(content: string | MarkupContent): MarkupContent {
  if (typeof content !== 'string' && content.kind === 'markdown') return content;
  const text = typeof content === 'string' ? content : content.value;
  return markup(
    paragraphs(
      ...visibleLines(text)
        .split('\n')
        .map((line) => prose(line, Infinity)),
    ),
  );
}

export function plainAction(action: CodeAction): CodeAction {
  return { ...action, title: plainText(action.title) };
}

/**
 * Every editor shows diagnostic messages as plain text, so only invisible characters are replaced by their code points.
 */
export function plainDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { message, relatedInformation } = diagnostic;
  const text = typeof message === 'string' ? message : message.value;
  return {
    ...diagnostic,
    message: visibleLines(text),
    ...(relatedInformation === undefined
      ? {}
      : { relatedInformation: relatedInformation.map((one) => ({ ...one, message: visibleLines(one.message) })) }),
  };
}
