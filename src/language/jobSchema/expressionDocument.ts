import type { EmbeddedExpression } from '../../core/jobSchema/embeddedExpression';
import { embeddedExpression } from '../../core/jobSchema/embeddedExpression';
import { attributeNames, attributeOf } from '../../core/jobSchema/resolveMappings';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import { locate } from '../mapping/document/locate';
import type { MappingDocument } from '../mapping/document/mappingDocument';
import { openMapping } from '../mapping/document/mappingDocument';
import type { JobDocument } from './jobDocument';
import type { JobPlace } from './jobPlace';
import { attributeMappingAt, mappingAt } from './jobPlace';

/**
 * An expression of a job, wrapped as a mapping with one rule whose columns are the source object's attributes. This
 * gives expressions in jobs the same editor support as mappings.
 */
export interface ExpressionDocument {
  readonly mapping: MappingDocument;
  readonly embedded: EmbeddedExpression;
  /** The offset in the mapping for an offset of the job's text. */
  readonly toMapping: (offset: number) => number;
  /** The span of the job's text for a span of the mapping; `undefined` outside the expression. */
  readonly toDocument: (where: Span) => Span | undefined;
}

/** The text before an expression: a rule for an attribute of unknown type, and one that takes True and False. */
const ANY = 'schema urn:ietf:params:scim:schemas:extension:job:1.0:User {\n  value = ';
const BOOLEAN = 'active = ';

/** The expression at a place, or `undefined` if the place is not in one. */
export function expressionAt(document: JobDocument, place: JobPlace): ExpressionDocument | undefined {
  if (place.owner !== 'attributeMappingSource' || place.member !== 'expression') return undefined;
  if (place.kind !== 'value' || place.node?.type !== 'string') return undefined;
  const around = mappingAt(document, place);
  const target = attributeOf(around?.target, attributeMappingAt(document, place)?.target?.text);
  const columns = around?.source?.isListed === true ? attributeNames(around.source) : undefined;
  return expressionDocument(embeddedExpression(document.text, place.node), columns, target?.type === 'Boolean');
}

/** @param columns names of the source object's attributes, if known */
export function expressionDocument(
  embedded: EmbeddedExpression,
  columns: readonly string[] | undefined,
  isBoolean = false,
): ExpressionDocument {
  const head = isBoolean ? BOOLEAN : ANY;
  // A rule ends with its line; an expression of a job may span several
  const text = `${head}${embedded.text.replace(/[\r\n]/g, ' ')}${isBoolean ? '' : '\n}'}`;
  const mapping = openMapping(text, columns === undefined ? {} : { columns });
  const [first, last] = [head.length, head.length + embedded.text.length];
  return {
    mapping,
    embedded,
    toMapping: (offset) => embedded.toExpression(offset) + first,
    toDocument: ({ start, end }) =>
      first <= start && start <= end && end <= last
        ? span(embedded.toDocument(start - first), embedded.toDocument(end - first))
        : undefined,
  };
}

/**
 * Whether an offset of the mapping is in the expression that is evaluated, and not in or after a comment or decorator.
 */
export function isInExpression({ mapping }: ExpressionDocument, offset: number): boolean {
  return locate(mapping, offset).kind === 'expression';
}
