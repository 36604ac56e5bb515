import type { Token, Tokens } from 'marked';
import { Marked } from 'marked';

/** As VS Code does: GFM, by the same library. */
const marked = new Marked({ gfm: true });

/** What VS Code's labels draw icons of; a backslash before it is taken away. */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
/** What VS Code's notifications, and the prompts of its questions, make links of. */
const LINKED_TEXT = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** Texts that viewers of Markdown turn into links; the preview does so after it decodes entities. */
const LINKABLE = /[a-z][\w+.-]*:\/\/|www\.|mailto:|[\w.+-]@[\w-]+\.\w|command:/i;
/** What is not seen, or changes how others are seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** What a label, a title, a notification would make of a text other than text; empty when it makes nothing. */
export function dangersOfLabel(text: string, mostCharacters = 2_500): string[] {
  return [
    ...(ICON.test(text) ? ['icon'] : []),
    ...(LINKED_TEXT.test(text) ? ['link'] : []),
    ...(UNSEEN.test(text) ? ['unseen character'] : []),
    ...(text.length > mostCharacters ? [`${text.length} characters`] : []),
  ];
}

/** The same of a text with lines. */
export function dangersOfLines(text: string): string[] {
  return text.split('\n').flatMap((line) => dangersOfLabel(line, 5_000));
}

/**
 * What a viewer would make of Markdown besides text: links, images, HTML, icons.
 * @param isOurs says which links we have made ourselves
 */
export function dangersOfMarkdown(markdown: string, isOurs: (href: string) => boolean = () => false): string[] {
  const tokens = marked.lexer(markdown);
  const found: string[] = Object.keys(tokens.links).map((name) => `definition of ${name}`);
  void marked.walkTokens(tokens, (token) => {
    if (token.type === 'image' || token.type === 'html' || token.type === 'def') found.push(token.type);
    if (token.type === 'link' && !isOurs((token as Tokens.Link).href))
      found.push(`link to ${(token as Tokens.Link).href}`);
    if (token.type === 'text' && partsOf(token) === undefined && LINKABLE.test(decoded(token.raw)))
      found.push(`linkable ${token.raw}`);
  });
  if (UNSEEN.test(markdown.replaceAll('\n', ''))) found.push('unseen character');
  return found;
}

function partsOf(token: Token): readonly Token[] | undefined {
  const parts = 'tokens' in token ? token.tokens : undefined;
  return parts === undefined || parts.length === 0 ? undefined : parts;
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));
}

/** The structure of Markdown: its elements without their texts. */
export function shapeOfMarkdown(markdown: string): string {
  return shapeOf(marked.lexer(markdown));
}

function shapeOf(tokens: readonly Token[]): string {
  const shapes = tokens.filter(({ type }) => type !== 'space').map(shapeOfToken);
  // Text in pieces, code in pieces: still text
  return shapes.filter((shape, index) => shape !== 'text' || shapes[index - 1] !== 'text').join(' ');
}

function shapeOfToken(token: Token): string {
  if (['text', 'codespan', 'escape'].includes(token.type) && partsOf(token) === undefined) return 'text';
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return `table[${[header, ...rows].map((row) => row.map((cell) => shapeOf(cell.tokens)).join(', ')).join('; ')}]`;
  }
  const parts = token.type === 'list' ? (token as Tokens.List).items : (partsOf(token) ?? []);
  return parts.length === 0 ? token.type : `${token.type}(${shapeOf(parts)})`;
}
