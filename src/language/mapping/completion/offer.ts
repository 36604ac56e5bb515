import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Token } from '../../../core/expression/token';
import type { Span } from '../../../core/text/span';
import type { Markdown } from '../../shared/markdown';
import type { MappingDocument } from '../document/mappingDocument';
import type { Place } from '../document/place';

/** Protocol numbers of LSP's CompletionItemKind. */
export const ITEM_KINDS = {
  function: 3,
  column: 5,
  block: 9,
  attribute: 10,
  value: 12,
  keyword: 14,
  snippet: 15,
  word: 21,
  operator: 24,
} as const satisfies Record<string, CompletionItemKind>;

/** Something that completion can insert at the cursor. */
export interface Offer {
  readonly label: string;
  readonly kind: keyof typeof ITEM_KINDS;
  readonly insert: string;
  /** `insert` is a snippet: {@link snippetText} has escaped everything but its placeholders. */
  readonly isSnippet?: true;
  /** The text that typed letters are matched against; by default the label. */
  readonly filter?: string;
  /** Shown directly after the label. */
  readonly detail?: string;
  /** Shown at the right end of the line. */
  readonly note?: string;
  readonly documentation?: Markdown;
  /** Smaller ranks come first; offers of equal rank keep their order. */
  readonly rank: number;
  /** Whether to preselect this offer while nothing is typed. */
  readonly isBest?: true;
  /** Whether accepting the offer triggers completion again. */
  readonly asksOn?: true;
}

/** The kind of token that is begun at the cursor; other kinds are not offered there. */
export type BegunToken = 'nothing' | 'word' | 'string' | 'column' | 'other';

/** A completion request, with the facts that all offerings need. */
export interface CompletionRequest {
  readonly document: MappingDocument;
  readonly offset: number;
  readonly place: Place;
  /** The text to replace: on the cursor's line, and including the cursor. */
  readonly span: Span;
  readonly begun: BegunToken;
}

/** The offers of one kind; none at places that do not concern it. To add one, add a file and a line in `table.ts`. */
export type Offering = (request: CompletionRequest) => Iterable<Offer>;

export function begunBy(token: Token | undefined): BegunToken {
  switch (token?.kind) {
    case undefined:
      return 'nothing';
    case 'name':
      return 'word';
    case 'string':
      return 'string';
    case 'attribute':
      return 'column';
    default:
      return 'other';
  }
}

/** A text as a quoted literal of the language; `undefined` if it cannot be written on one line. */
export function literal(value: string): string | undefined {
  if (/[\r\n]/.test(value)) return undefined;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Escapes a text for use in a snippet outside placeholders. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Whether one of these characters follows the insertion on the cursor's line. */
export function isFollowedBy({ document: { text }, span }: CompletionRequest, characters: string): boolean {
  let at = span.end;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  const next = text.charAt(at);
  return next !== '' && characters.includes(next);
}

/** Offers a text in quotes; yields nothing if it cannot be written as a literal. */
export function* offerText(
  { begun }: CompletionRequest,
  value: string,
  rest: Omit<Offer, 'label' | 'kind' | 'insert' | 'filter'> & { readonly label?: string },
): Generator<Offer> {
  const insert = literal(value);
  if (insert === undefined || (begun !== 'nothing' && begun !== 'word' && begun !== 'string')) return;
  yield { label: insert, kind: 'value', insert, filter: begun === 'string' ? insert : value, ...rest };
}
