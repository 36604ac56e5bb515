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
 * An expression of a job as a mapping with one rule, whose columns are the attributes of the source object: so the
 * editor supports expressions in jobs as in mappings.
 */
export interface ExpressionDocument {
  readonly mapping: MappingDocument;
  readonly embedded: EmbeddedExpression;
  /** The offset in the mapping for an offset of the job's text. */
  readonly toMapping: (offset: number) => number;
  /** A span of the mapping in the job's text; `undefined` outside of the expression. */
  readonly toDocument: (where: Span) => Span | undefined;
}

/** A rule that nothing is known of, and one that takes True and False. */
const ANY = 'schema urn:ietf:params:scim:schemas:extension:job:1.0:User {\n  value = ';
const BOOLEAN = 'active = ';

/** The expression at a place; `undefined` elsewhere. */
export function expressionAt(document: JobDocument, place: JobPlace): ExpressionDocument | undefined {
  if (place.owner !== 'attributeMappingSource' || place.member !== 'expression') return undefined;
  if (place.kind !== 'value' || place.node?.type !== 'string') return undefined;
  const around = mappingAt(document, place);
  const target = attributeOf(around?.target, attributeMappingAt(document, place)?.target?.text);
  const columns = around?.source?.isListed === true ? attributeNames(around.source) : undefined;
  return expressionDocument(embeddedExpression(document.text, place.node), columns, target?.type === 'Boolean');
}

/** @param columns the names in the source object, if known */
export function expressionDocument(
  embedded: EmbeddedExpression,
  columns: readonly string[] | undefined,
  isBoolean = false,
): ExpressionDocument {
  const head = isBoolean ? BOOLEAN : ANY;
  // A rule ends with its line, unlike the expression of a job
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

/** Whether an offset of the mapping is in the expression that is read, not after a comment or a decorator in it. */
export function isInExpression({ mapping }: ExpressionDocument, offset: number): boolean {
  return locate(mapping, offset).kind === 'expression';
}
