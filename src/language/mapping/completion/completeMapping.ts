import type { CompletionItem, CompletionList, InsertTextFormat, Range } from 'vscode-languageserver-types';
import type { Token } from '../../../core/expression/token';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import { markup } from '../../shared/markdown';
import { locate } from '../document/locate';
import type { MappingDocument } from '../document/mappingDocument';
import { rangeOf } from '../document/mappingDocument';
import type { Place } from '../document/place';
import type { CompletionRequest, Offer } from './offer';
import { begunBy, ITEM_KINDS } from './offer';
import { pathSection } from './pathSection';
import { offerings } from './table';

const SNIPPET: InsertTextFormat = 2;
const ASK_ON = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** What can be written at an offset of a mapping, the most likely first. Never throws. */
export function completeMapping(document: MappingDocument, offset: number): CompletionList {
  const place = locate(document, offset);
  const token = 'token' in place ? place.token : undefined;
  const request: CompletionRequest = {
    document,
    offset,
    place,
    span: replaced(document.text, place, token, offset),
    begun: begunBy(token),
  };
  const offers = offerings.flatMap((offering) => [...offering(request)]);
  const ordered = offers.map((offer, index) => ({ offer, index }));
  ordered.sort((a, b) => a.offer.rank - b.offer.rank || a.index - b.index);
  const range = rangeOf(document, request.span);
  const blank = needsBlank(request) ? ' ' : '';
  return {
    isIncomplete: false,
    items: ordered.map(({ offer }, index) => toItem(offer, String(index).padStart(5, '0'), range, blank)),
  };
}

/** A space is needed directly after `=`, a comma or another operator, but not after `(` and `[`. */
function needsBlank({ place, document: { text }, span: { start } }: CompletionRequest): boolean {
  return (place.kind === 'expression' || place.kind === 'setting-value') && /[=,<>]/.test(text.charAt(start - 1));
}

function toItem(offer: Offer, sortText: string, range: Range, blank: string): CompletionItem {
  const { label, kind, insert, isSnippet, filter, detail, note, documentation, isBest, asksOn } = offer;
  return {
    label,
    kind: ITEM_KINDS[kind],
    sortText,
    textEdit: { range, newText: blank + insert },
    ...(isSnippet === true ? { insertTextFormat: SNIPPET } : {}),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(detail === undefined && note === undefined
      ? {}
      : {
          labelDetails: {
            ...(detail === undefined ? {} : { detail: `  ${detail}` }),
            ...(note === undefined ? {} : { description: note }),
          },
        }),
    ...(documentation === undefined ? {} : { documentation: markup(documentation) }),
    ...(isBest === true ? { preselect: true } : {}),
    ...(asksOn === true ? { command: ASK_ON } : {}),
  };
}

/** The text that an offer replaces: the word or token at the cursor, as far as it clearly belongs together. */
function replaced(text: string, place: Place, token: Token | undefined, offset: number): Span {
  switch (place.kind) {
    case 'nowhere':
      return span(offset, offset);
    case 'statement':
      return pathSection(text, place.span, offset).span;
    case 'source-kind':
    case 'urn':
    case 'setting':
    case 'decorator':
    case 'decorator-value':
      return place.span;
    case 'setting-value':
    case 'expression':
      return token === undefined ? span(offset, offset) : ofToken(text, token, offset);
  }
}

/**
 * In an unclosed token, only the letters around the cursor: the rest of the text was there before the token was opened.
 */
function ofToken(text: string, { span: { start, end }, fault }: Token, offset: number): Span {
  const isWhole = fault?.startsWith('unclosed') !== true && !/[\r\n]/.test(text.slice(start, end));
  if (isWhole) return span(start, end);
  let last = offset;
  while (last < end && /\w/.test(text.charAt(last))) last++;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return span(Math.max(start, lineStart), last);
}
