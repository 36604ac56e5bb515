import { elementsOf, memberNode, stringOf } from '../json/jsonNode';
import type { JsonNode } from '../json/jsonNode';
import { readTree } from '../json/readJsonText';
import { checkPayloadText } from '../payload/checkPayloadText';
import { titleOf } from '../payload/checks/checkPayload';
import type { PayloadKnowledge } from '../payload/shape/payloadKnowledge';
import type { Problem } from '../problems/problem';
import { writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { LineIndex } from '../text/lineIndex';
import { NO_REFUSALS } from './refusals';
import type { Plan } from './plan';
import { FateCode } from './plan';
import type { HashBody } from './planBuilder';
import type { Sending } from './plannedBody';
import { jsonRange, RecordTextsBuilder } from './recordTexts';

/** A payload as it is sent: one request. */
export interface PlannedPayload {
  readonly plan: Plan;
  readonly body: string;
}

/** What there is to send of a payload, and everything that was said of it. Without it there are errors. */
export interface PayloadPlanning {
  readonly planned?: PlannedPayload;
  readonly problems: readonly Problem[];
}

/**
 * Plans the sending of a payload that somebody wrote. It goes through the checks of the editor and of `check`, and nothing
 * of it is sent while one of them finds an error, whatever the user's levels say. A bulk request goes out as it is, character for
 * character; a single user as the one operation of a request. What is a record of an extract elsewhere is an operation here.
 */
export function planPayload(text: string, hash: HashBody, knowledge: PayloadKnowledge = {}): PayloadPlanning {
  const { kind, problems } = checkPayloadText(text, knowledge);
  const root = readTree(text);
  if (kind === undefined || root === undefined || problems.some(({ severity }) => severity === 'error'))
    return { problems };
  return { problems, planned: kind === 'user' ? planUser(text, root, hash) : planRequest(text, root, hash) };
}

/** The one body of a payload, to be sent. */
export function sendingOf({ plan, body }: PlannedPayload): Sending {
  return { plan, bodies: [{ kind: 'body', number: 1, operations: plan.counts.operations, body }] };
}

function planRequest(text: string, root: JsonNode, hash: HashBody): PlannedPayload {
  const index = new LineIndex(text);
  const people = elementsOf(memberNode(root, 'Operations')).map((operation) => ({
    resource: memberNode(operation, 'data'),
    line: index.positionAt(operation.offset).line + 1,
  }));
  return planOf(text, people, hash);
}

function planUser(text: string, root: JsonNode, hash: HashBody): PlannedPayload {
  const body = writeBulkRequest([writeOperation('1', text.trim())]);
  const { line } = new LineIndex(text).positionAt(root.offset);
  return planOf(body, [{ resource: root, line: line + 1 }], hash);
}

interface Person {
  readonly resource: JsonNode | undefined;
  readonly line: number;
}

function planOf(body: string, people: readonly Person[], hash: HashBody): PlannedPayload {
  const texts = new RecordTextsBuilder();
  for (const [index, { resource }] of people.entries())
    texts.add(index, jsonRange(stringOf(memberNode(resource, 'externalId')) ?? ''), jsonRange(titleOf(resource)));
  const operations = people.length;
  return {
    body,
    plan: {
      batches: [{ number: 1, operations, hash: hash(body), first: 1, last: operations }],
      records: {
        count: operations,
        lines: Uint32Array.from(people, ({ line }) => line),
        fates: new Uint8Array(operations).fill(FateCode.operation),
        texts: texts.finish(operations),
        refusals: NO_REFUSALS,
      },
      warnings: { items: [], more: 0 },
      counts: { records: operations, operations, batches: 1, refused: 0, excluded: 0, duplicates: 0 },
    },
  };
}
