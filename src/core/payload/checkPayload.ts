import type { JsonNode } from '../json/jsonNode';
import { spanOf } from '../json/jsonNode';
import type { Problem } from '../problem';
import type { Span } from '../text/span';
import type { OperationFacts, OperationFindings } from './payloadCheck';
import type { PayloadKnowledge } from './payloadKnowledge';

/** One operation of a bulk request, its resource included. */
export function checkOperation(operation: JsonNode, _knowledge: PayloadKnowledge): OperationFindings {
  return { problems: [], facts: { span: spanOf(operation) } };
}

/** What stands around the operations of a bulk request; `Operations` is there as an empty list. */
export function checkEnvelope(_envelope: JsonNode): readonly Problem[] {
  return [];
}

/** All operations of a request together. */
export function checkTogether(_operations: readonly OperationFacts[], _list: Span): readonly Problem[] {
  return [];
}

/** A single user, as it stands in no request. */
export function checkUser(_resource: JsonNode, _knowledge: PayloadKnowledge): readonly Problem[] {
  return [];
}
