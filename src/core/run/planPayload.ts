import { elementsOf, memberNode, stringOf } from '../json/jsonNode';
import type { JsonNode } from '../json/jsonNode';
import { readTree } from '../json/readJsonText';
import { byteOrderMark } from '../json/syntaxProblems';
import { checkPayloadText } from '../payload/checkPayloadText';
import { titleOf } from '../payload/checks/checkPayload';
import { severalDocuments } from '../payload/document/furtherDocuments';
import type { PayloadDocument } from '../payload/document/payloadDocument';
import { openPayload } from '../payload/document/payloadDocument';
import type { PayloadKnowledge } from '../payload/shape/payloadKnowledge';
import type { Problem } from '../problems/problem';
import { writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { LineIndex } from '../text/lineIndex';
import { NO_REFUSALS } from './refusals';
import type { Plan } from './plan';
import { FateCode } from './plan';
import type { HashBody } from './planBuilder';
import type { PlannedBody, Sending } from './plannedBody';
import { jsonRange, RecordTextsBuilder } from './recordTexts';

/** A payload to send: one request per document. */
export interface PlannedPayload {
  readonly plan: Plan;
  readonly bodies: readonly PlannedBody[];
}

/** A payload's problems, and its plan if there are no errors. */
export interface PayloadPlanning {
  readonly planned?: PlannedPayload;
  readonly problems: readonly Problem[];
}

/**
 * Plans sending a hand-written payload. The payload goes through the checks of the editor and of `check`, and nothing
 * is sent while one of them reports an error, regardless of the user's severity settings. A bulk request is sent
 * unchanged, except for a byte order mark; a single user becomes the only operation of a request; each of several
 * documents in one text becomes its own request. Operations take the place of an extract's records.
 */
export function planPayload(text: string, hash: HashBody, knowledge: PayloadKnowledge = {}): PayloadPlanning {
  const { kind, problems } = checkPayloadText(text, knowledge);
  if (kind === undefined || problems.some(({ severity }) => severity === 'error')) return { problems };
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.positionAt(offset).line + 1;
  const requests = documentsOf(openPayload(text, knowledge, { kind }), text).map((document) =>
    document.kind === 'user' ? planUser(document, lineAt) : planRequest(document, lineAt),
  );
  return { problems, planned: planOf(requests, hash) };
}

/** What to send for a planned payload. */
export function sendingOf({ plan, bodies }: PlannedPayload): Sending {
  return { plan, bodies };
}

/** One document of a text that may hold several. */
interface PlacedDocument {
  readonly kind: PayloadDocument['kind'];
  readonly text: string;
  readonly start: number;
}

/** Drops the byte order mark, which JSON must not be sent with (RFC 8259, section 8.1). */
function documentsOf(document: PayloadDocument, text: string): readonly PlacedDocument[] {
  const { kind } = document;
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  const several = severalDocuments(document);
  if (several === undefined) return [{ kind, text: text.slice(start), start }];
  const further = several.further.flatMap(({ document: one, ...placed }) =>
    one === undefined ? [] : { kind: one.kind, ...placed },
  );
  return [{ kind, text: text.slice(start, several.end), start }, ...further];
}

/** A request, and the people in it. */
interface Request {
  readonly body: string;
  readonly people: readonly Person[];
}

interface Person {
  readonly resource: JsonNode | undefined;
  readonly line: number;
}

type LineAt = (offset: number) => number;

function planRequest({ text, start }: PlacedDocument, lineAt: LineAt): Request {
  const people = elementsOf(memberNode(readTree(text), 'Operations')).map((operation) => ({
    resource: memberNode(operation, 'data'),
    line: lineAt(start + operation.offset),
  }));
  return { body: text, people };
}

function planUser({ text, start }: PlacedDocument, lineAt: LineAt): Request {
  const resource = readTree(text);
  const body = writeBulkRequest([writeOperation('1', text.trim())]);
  return { body, people: [{ resource, line: lineAt(start + (resource?.offset ?? 0)) }] };
}

function planOf(requests: readonly Request[], hash: HashBody): PlannedPayload {
  const texts = new RecordTextsBuilder();
  const allPeople = requests.flatMap(({ people }) => people);
  for (const [index, { resource }] of allPeople.entries())
    texts.add(index, jsonRange(stringOf(memberNode(resource, 'externalId')) ?? ''), jsonRange(titleOf(resource)));
  const count = allPeople.length;
  let last = 0;
  const batches = requests.map(({ body, people }, index) => {
    const first = last + 1;
    last += people.length;
    return { number: index + 1, operations: people.length, hash: hash(body), first, last };
  });
  return {
    bodies: requests.map(({ body, people }, index) => ({
      kind: 'body',
      number: index + 1,
      operations: people.length,
      body,
    })),
    plan: {
      batches,
      records: {
        count,
        lines: Uint32Array.from(allPeople, ({ line }) => line),
        fates: new Uint8Array(count).fill(FateCode.operation),
        texts: texts.finish(count),
        refusals: NO_REFUSALS,
      },
      warnings: { items: [], more: 0 },
      counts: { records: count, operations: count, batches: batches.length, refused: 0, excluded: 0, duplicates: 0 },
    },
  };
}
