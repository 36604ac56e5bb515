// The only place where Markdown is made, from our own words and from texts of the user's files, which may be hostile:
// a text becomes Markdown as code, as prose or as our own, and nothing else is taken.
import type { MarkupContent } from 'vscode-languageserver-types';
import { formatCount } from '../../core/text/formatCount';
import { visible, visibleLines } from '../../core/text/visible';

declare const isMarkdown: unique symbol;

/** Markdown that was made here. */
export type Markdown = string & { readonly [isMarkdown]: true };

/** A bar by its number: in a table no backslash before it can make it end a cell. */
const BAR = '&#124;';

/** Markdown from our own words, with Markdown made here and counts between them. */
export function words(texts: TemplateStringsArray, ...parts: readonly (Markdown | number)[]): Markdown {
  const shown = parts.map((part) => (typeof part === 'number' ? formatCount(part) : part));
  return String.raw({ raw: texts }, ...shown) as Markdown;
}

/** A count with its noun: `1 record`, `12 records`. */
export function counting(count: number, one: Markdown, many = words`${one}s`): Markdown {
  return words`${count} ${count === 1 ? one : many}`;
}

/**
 * Markdown from a table of ours: what attributes, functions and settings mean. Never for what a file or a service says.
 */
export function ours(text: string): Markdown {
  return text as Markdown;
}

/** The text as code within a line: nothing in it is Markdown, HTML or a link. */
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

/** A value of a cell or of a rule as code, in quotes, so that an empty text and outer spaces are visible. */
export function quotedCode(value: string, length?: number): Markdown {
  return code(`"${visible(value, length)}"`, Infinity);
}

/**
 * Words with a scheme, an address or a mail address in them: viewers turn these into links, even if they are escaped. No address has a quote
 * or the end of a sentence after its "@".
 */
const LINKED = /[a-z][\w+.-]*:\S|www\.|\S@[^\s"'.,;:)\]]/i;

/** A sentence that may contain text of a file or a service, on one line. */
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

/** Parts of a line with words of ours between them. */
export function joined(
  parts: readonly Markdown[],
  between: ', ' | ' and ' | ', or ' | ' → ' | ' · ' | '; ' | '\n',
): Markdown {
  return parts.join(between) as Markdown;
}

/** Paragraphs; those that are left out are nothing. */
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

/** Code in a block. */
export function codeBlock(text: string, language: 'scimmap' | 'powershell' | 'sh' | 'json' = 'scimmap'): Markdown {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visibleLines(text)}\n${fence}` as Markdown;
}

/** A link of ours: texts of files in the address are percent-encoded. */
export function link(text: Markdown, address: string): Markdown {
  // A bracket, a blank or a bar would end the address, or the cell that it is in
  const encoded = address.replace(/[^!-~]|[()<>\\|]/g, inHex);
  return `[${text}](${encoded})` as Markdown;
}

function inHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Markdown as the editor takes it. */
export function markup(value: Markdown): MarkupContent {
  return { kind: 'markdown', value };
}
