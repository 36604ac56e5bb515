import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { jsonEscaped } from '../../core/jobSchema/embeddedExpression';
import { attributeOf } from '../../core/jobSchema/resolveMappings';
import { completeMapping } from '../mapping/completion/completeMapping';
import { markup } from '../shared/markdown';
import type { JobDocument } from './jobDocument';
import { rangeIn } from './jobDocument';
import { describeJobAttribute } from './describeJobAttribute';
import type { ExpressionDocument } from './expressionDocument';
import { expressionAt, isInExpression } from './expressionDocument';
import type { JobPlace } from './jobPlace';
import { mappingAt, placeAt } from './jobPlace';
import type { JobOffer } from './jobOffers';
import { offersAt } from './jobOffers';

/** Protocol numbers of LSP's CompletionItemKind. */
const KINDS = { attribute: 5, value: 12, member: 10, function: 3 } as const satisfies Record<
  JobOffer['kind'],
  CompletionItem['kind']
>;
const SNIPPET = 2;
/** The mapping editor's note on functions that only a job can evaluate. It is dropped here, inside a job. */
const IN_JOB = 'in the job only';

/**
 * What can be written at an offset: inside an expression the mapping editor's offers, elsewhere names and values. Never
 * throws.
 */
export function completeJobSchema(document: JobDocument, offset: number): CompletionList {
  const place = placeAt(document, offset);
  if (place === undefined) return { isIncomplete: false, items: [] };
  const expression = expressionAt(document, place);
  const items =
    expression === undefined
      ? offersAt(document, place, offset).map((offer, index) => toItem(document, place, offer, index))
      : inExpression(document, place, expression, offset);
  return { isIncomplete: false, items };
}

function toItem(document: JobDocument, place: JobPlace, offer: JobOffer, index: number): CompletionItem {
  const { text, kind, note, documentation, replaces } = offer;
  // If the cursor is not between quotes, the inserted text brings its own
  const written = place.kind === 'gap' ? JSON.stringify(text) : jsonEscaped(text);
  return {
    label: text,
    kind: KINDS[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: written,
    textEdit: { range: rangeIn(document, replaces ?? place.span), newText: written },
    ...(note === undefined ? {} : { labelDetails: { description: note } }),
    ...(documentation === undefined ? {} : { documentation: markup(documentation) }),
  };
}

function inExpression(
  document: JobDocument,
  place: JobPlace,
  expression: ExpressionDocument,
  offset: number,
): CompletionItem[] {
  const at = expression.toMapping(offset);
  // Nothing can be completed inside an escape sequence
  const isBetween = expression.embedded.toDocument(expression.embedded.toExpression(offset)) === offset;
  if (!isBetween || !isInExpression(expression, at)) return [];
  const source = mappingAt(document, place)?.source;
  return completeMapping(expression.mapping, at).items.flatMap((item) => {
    const moved = movedItem(document, expression, item);
    if (moved === undefined) return [];
    const name = /^\[(.*)\]$/s.exec(item.label)?.[1];
    const attribute = attributeOf(source, name);
    if (source === undefined || attribute === undefined) return [moved];
    return [{ ...moved, documentation: markup(describeJobAttribute(attribute, source)) }];
  });
}

/** An item of the mapping editor, moved to its place in the job and with its text escaped for JSON. */
function movedItem(
  document: JobDocument,
  { mapping, toDocument }: ExpressionDocument,
  item: CompletionItem,
): CompletionItem | undefined {
  const { textEdit } = item;
  if (textEdit === undefined || !('range' in textEdit)) return undefined;
  const { range, newText } = textEdit;
  const where = toDocument({ start: mapping.index.offsetAt(range.start), end: mapping.index.offsetAt(range.end) });
  if (where === undefined) return undefined;
  const { labelDetails, ...rest } = item;
  const { description, ...details } = labelDetails ?? {};
  const isOurs = description !== undefined && description !== IN_JOB;
  return {
    ...rest,
    filterText: jsonEscaped(item.filterText ?? item.label),
    labelDetails: { ...details, ...(isOurs ? { description } : {}) },
    textEdit: {
      range: rangeIn(document, where),
      newText: item.insertTextFormat === SNIPPET ? escapedSnippet(newText) : jsonEscaped(newText),
    },
  };
}

/** A snippet for a JSON string. A backslash before `$`, `}` or a backslash is snippet syntax and is not escaped. */
function escapedSnippet(snippet: string): string {
  return snippet.replace(/\\([\\$}])|["\\]/g, (found, own: string | undefined) => {
    if (own === undefined) return found === '"' ? '\\\\"' : '\\\\\\\\';
    return own === '\\' ? '\\\\\\\\' : found;
  });
}
