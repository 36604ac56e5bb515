import type { BatchMember } from '../convert/batch';
import { elementsOf, memberNode, stringOf } from '../json/jsonNode';
import type { JsonNode } from '../json/jsonNode';
import { readTree } from '../json/readJsonText';
import { checkPayloadText } from '../payload/checkPayloadText';
import { titleOf } from '../payload/checks/checkPayload';
import type { PayloadKnowledge } from '../payload/shape/payloadKnowledge';
import type { Problem } from '../problems/problem';
import { writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { LineIndex } from '../text/lineIndex';
import type { Plan, PlannedRecord } from './plan';

/** What there is to send of a payload, and everything that was said of it. Without a plan it has errors. */
export interface PayloadPlanning {
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
}

/**
 * Plans the sending of a payload that somebody wrote. It goes through the checks of the editor and of `check`, and nothing
 * of it is sent while one of them finds an error, whatever the user's levels say. A bulk request goes out as it is, character for
 * character; a single user as the one operation of a request. What is a record of an extract elsewhere is an operation here.
 */
export function planPayload(text: string, knowledge: PayloadKnowledge = {}): PayloadPlanning {
  const { kind, problems } = checkPayloadText(text, knowledge);
  const root = readTree(text);
  if (kind === undefined || root === undefined || problems.some(({ severity }) => severity === 'error'))
    return { problems };
  return { problems, plan: kind === 'user' ? planUser(text, root) : planRequest(text, root) };
}

function planRequest(text: string, root: JsonNode): Plan {
  const index = new LineIndex(text);
  const people = elementsOf(memberNode(root, 'Operations')).map((operation, place) => ({
    resource: memberNode(operation, 'data'),
    bulkId: stringOf(memberNode(operation, 'bulkId')) ?? '',
    record: place + 1,
    line: index.positionAt(operation.offset).line + 1,
  }));
  return planOf(text, people);
}

function planUser(text: string, root: JsonNode): Plan {
  const body = writeBulkRequest([writeOperation('1', text.trim())]);
  const { line } = new LineIndex(text).positionAt(root.offset);
  return planOf(body, [{ resource: root, bulkId: '1', record: 1, line: line + 1 }]);
}

interface Person {
  readonly resource: JsonNode | undefined;
  readonly bulkId: string;
  readonly record: number;
  readonly line: number;
}

function planOf(body: string, people: readonly Person[]): Plan {
  const members = people.map(({ resource, bulkId, record, line }): BatchMember => {
    return { record, line, externalId: stringOf(memberNode(resource, 'externalId')) ?? '', bulkId };
  });
  const records = people.map(({ resource, record, line }, place): PlannedRecord => {
    const displayName = titleOf(resource);
    return {
      record,
      line,
      externalId: members[place]?.externalId ?? '',
      ...(displayName === undefined ? {} : { displayName }),
      fate: { kind: 'operation', batch: 1 },
    };
  });
  const operations = members.length;
  return {
    batches: [{ number: 1, operations, body, members }],
    records,
    warnings: [],
    counts: { records: operations, operations, batches: 1, refused: 0, excluded: 0, duplicates: 0 },
  };
}
