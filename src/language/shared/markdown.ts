// The only place that produces Markdown, from our own words and from texts of the user's files, which may be hostile. A
// text enters as code, as prose or as our own; the type accepts nothing else.
import type { MarkupContent } from 'vscode-languageserver-types';
import { formatCount } from '../../core/text/formatCount';
import { visible, visibleLines } from '../../core/text/visible';

declare const isMarkdown: unique symbol;

/** Markdown produced by this file. */
export type Markdown = string & { readonly [isMarkdown]: true };

/** A bar as a character reference: unlike an escaped bar, it never ends a table cell. */
const BAR = '&#124;';

/** Markdown from our own words, with counts and other Markdown of this file in between. */
export function words(texts: TemplateStringsArray, ...parts: readonly (Markdown | number)[]): Markdown {
  const shown = parts.map((part) => (typeof part === 'number' ? formatCount(part) : part));
  return String.raw({ raw: texts }, ...shown) as Markdown;
}

/** A count with its noun: `1 record`, `12 records`. */
export function counting(count: number, one: Markdown, many = words`${one}s`): Markdown {
  return words`${count} ${count === 1 ? one : many}`;
}

/**
 * Markdown from one of our own tables of meanings (attributes, functions, settings). Never for texts of a file or a
 * service.
 */
export function ours(text: string): Markdown {
  return text as Markdown;
}

/** The text as inline code, in which Markdown, HTML and links have no effect. */
export function code(text: string, length?: number): Markdown {
  const pieces = visible(text, length).split('|');
  return pieces.map((piece) => (piece === '' && pieces.length > 1 ? '' : inlineCode(piece))).join(BAR) as Markdown;
}

function inlineCode(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = text === '' || /^[ `]|[ `]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A value of a cell or a rule as quoted code, so that an empty text and outer spaces are visible. */
export function quotedCode(value: string, length?: number): Markdown {
  return code(`"${visible(value, length)}"`, Infinity);
}

/**
 * Words that contain a scheme, a web address or a mail address. Viewers turn these into links even if they are escaped.
 * An address has no quote or sentence end after its "@".
 */
const LINKED = /[a-z][\w+.-]*:\S|www\.|\S@[^\s"'.,;:)\]]/i;

/** A sentence that may contain text of a file or a service, as one line. */
export function prose(text: string, length = 400): Markdown {
  const pieces = visible(text, length)
    .split(/\s+/)
    .filter((word) => word !== '');
  return pieces.map((word) => (LINKED.test(word) ? code(word, Infinity) : byNumber(word))).join(' ') as Markdown;
}

/** Punctuation as a character reference has no meaning in Markdown, even after a backslash. */
function byNumber(word: string): string {
  return word.replace(/[!-/:-@[-`{-~]/g, (one) => (/["'(),;%]/.test(one) ? one : `&#${one.charCodeAt(0)};`));
}

/** Joins parts of a line with our own words between them. */
export function joined(
  parts: readonly Markdown[],
  between: ', ' | ' and ' | ', or ' | ' → ' | ' · ' | '; ' | '\n',
): Markdown {
  return parts.join(between) as Markdown;
}

/** Joins paragraphs, without those that are absent. */
export function paragraphs(...parts: readonly (Markdown | undefined | false)[]): Markdown {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n') as Markdown;
}

export function bulletList(items: readonly Markdown[]): Markdown {
  return items.map((item) => `- ${item}`).join('\n') as Markdown;
}

export function table(header: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n') as Markdown;
}

function cell(markdown: string): string {
  return markdown.replaceAll('|', BAR).replaceAll('\n', ' ');
}

/** A code block. */
export function codeBlock(text: string, language: 'scimmap' | 'powershell' | 'sh' | 'json' = 'scimmap'): Markdown {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visibleLines(text)}\n${fence}` as Markdown;
}

/** A link of ours; texts of files in the address are percent-encoded. */
export function link(text: Markdown, address: string): Markdown {
  // A bracket, a space or a bar would end the address or the table cell that contains it
  const encoded = address.replace(/[^!-~]|[()<>\\|]/g, inHex);
  return `[${text}](${encoded})` as Markdown;
}

function inHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Markdown in the editor's type. */
export function markup(value: Markdown): MarkupContent {
  return { kind: 'markdown', value };
}
