import type { JsonNode } from '../../json/jsonNode';
import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import { readResource } from '../shape/checkedResource';
import { envelopeChecks, operationChecks, requestChecks, resourceChecks } from './table';
import type { OperationFacts, OperationFindings, PlacedText } from './payloadCheck';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';
import { wrongType } from '../shape/wrongType';

/** Checks one operation of a bulk request, including its resource. */
export function checkOperation(operation: JsonNode, knowledge: PayloadKnowledge): OperationFindings {
  const facts = factsOf(operation);
  if (operation.type !== 'object') return { problems: [wrongType(operation, 'object', 'Operations', ENTRA)], facts };
  const problems = operationChecks.flatMap(({ find }) => [...find(operation)]);
  const data = memberNode(operation, 'data');
  const ofData = data?.type === 'object' ? findInResource(data, knowledge) : [];
  return { problems: inOrder([...problems, ...ofData]), facts };
}

/** Checks the envelope of a bulk request, in which `Operations` is an empty list. */
export function checkEnvelope(envelope: JsonNode): readonly Problem[] {
  if (envelope.type !== 'object') return [wrongType(envelope, 'object', 'request', ENTRA)];
  return inOrder(envelopeChecks.flatMap(({ find }) => [...find(envelope)]));
}

/**
 * Checks all operations of a request together.
 * @param list the range of the whole list; empty when the request has none
 */
export function checkTogether(operations: readonly OperationFacts[], list: Span): readonly Problem[] {
  return inOrder(requestChecks.flatMap(({ find }) => [...find(operations, list)]));
}

/** Checks a single user outside of a request. */
export function checkUser(resource: JsonNode, knowledge: PayloadKnowledge): readonly Problem[] {
  if (resource.type !== 'object') return [wrongType(resource, 'object', 'user', 'RFC 7643, section 3')];
  return inOrder(findInResource(resource, knowledge));
}

const ENTRA = 'request of bulkUpload';

function findInResource(node: JsonNode, knowledge: PayloadKnowledge): readonly Problem[] {
  const resource = readResource(node, knowledge);
  return resourceChecks.flatMap(({ find }) => [...find(resource)]);
}

/** The facts of a user outside of a request. */
export function factsOfUser(resource: JsonNode): OperationFacts {
  const externalId = placedText(memberNode(resource, 'externalId'));
  return { span: spanOf(resource), ...(externalId === undefined ? {} : { externalId }) };
}

function factsOf(operation: JsonNode): OperationFacts {
  const data = memberNode(operation, 'data');
  const bulkId = placedText(memberNode(operation, 'bulkId'));
  const externalId = placedText(memberNode(data, 'externalId'));
  const title = titleOf(data);
  return {
    span: spanOf(operation),
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(title === undefined ? {} : { title }),
  };
}

function placedText(node: JsonNode | undefined): PlacedText | undefined {
  const text = stringOf(node);
  return node === undefined || text === undefined ? undefined : { text, span: spanOf(node) };
}

/** A label for a resource: displayName, or else the parts of the name, or else userName. */
export function titleOf(resource: JsonNode | undefined): string | undefined {
  const text = (node: JsonNode | undefined, name: string): string => stringOf(memberNode(node, name))?.trim() ?? '';
  const name = memberNode(resource, 'name');
  const full = text(name, 'formatted') || `${text(name, 'givenName')} ${text(name, 'familyName')}`.trim();
  return text(resource, 'displayName') || full || text(resource, 'userName') || undefined;
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}
