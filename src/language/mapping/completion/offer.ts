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

/** Something that can be put where the cursor is. */
export interface Offer {
  readonly label: string;
  readonly kind: keyof typeof ITEM_KINDS;
  readonly insert: string;
  /** `insert` is a snippet: everything but placeholders has been through {@link snippetText}. */
  readonly isSnippet?: true;
  /** What typed letters are compared with; by default the label. */
  readonly filter?: string;
  /** Shown directly after the label. */
  readonly detail?: string;
  /** Shown at the right end of the line. */
  readonly note?: string;
  readonly documentation?: Markdown;
  /** Smaller numbers come first; among equal ones the order in which they are offered. */
  readonly rank: number;
  /** The one to be chosen with nothing typed. */
  readonly isBest?: true;
  /** Completion is triggered again at its end. */
  readonly asksOn?: true;
}

/** What kind of thing has been begun at the cursor, so that nothing else is offered. */
export type BegunToken = 'nothing' | 'word' | 'string' | 'column' | 'other';

/** One question for completion, with what all answers need. */
export interface CompletionRequest {
  readonly document: MappingDocument;
  readonly offset: number;
  readonly place: Place;
  /** What is replaced: lies on the cursor's line and includes the cursor. */
  readonly span: Span;
  readonly begun: BegunToken;
}

/** The offers of one kind; nothing for places that are not its own. One file each, and one line in `table.ts`. */
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

/** A text as the language writes it, in quotes; `undefined` when no text of one line can say it. */
export function literal(value: string): string | undefined {
  if (/[\r\n]/.test(value)) return undefined;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text as a snippet has it outside of placeholders. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Whether what is put in at the cursor is followed on its line by one of these characters. */
export function isFollowedBy({ document: { text }, span }: CompletionRequest, characters: string): boolean {
  let at = span.end;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  const next = text.charAt(at);
  return next !== '' && characters.includes(next);
}

/** An offer of a text in quotes; nothing when it cannot be written. */
export function* offerText(
  { begun }: CompletionRequest,
  value: string,
  rest: Omit<Offer, 'label' | 'kind' | 'insert' | 'filter'> & { readonly label?: string },
): Generator<Offer> {
  const insert = literal(value);
  if (insert === undefined || (begun !== 'nothing' && begun !== 'word' && begun !== 'string')) return;
  yield { label: insert, kind: 'value', insert, filter: begun === 'string' ? insert : value, ...rest };
}
