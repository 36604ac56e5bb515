import type { JsonObject } from '../json/jsonValue';
import { isJsonObject, member, stringMember } from '../json/jsonValue';
import { readBoundedJson } from '../json/readBoundedJson';
import { BULK_REQUEST_URN } from './urns';

/**
 * The maximum number of operations in a `bulkUpload` request.
 * Source: Microsoft Graph, resource type bulkUpload (synchronization-bulkupload), read 2026-11.
 */
export const MAX_OPERATIONS = 50;

/** The only media type that `bulkUpload` accepts; it answers any other with 400. Same source. */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** One operation of a bulk request as `bulkUpload` requires it: the service decides between create and update. */
interface BulkOperation {
  readonly method: 'POST';
  readonly bulkId: string;
  readonly path: '/Users';
  readonly data: JsonObject;
}

interface BulkRequest {
  readonly schemas: readonly [typeof BULK_REQUEST_URN];
  readonly Operations: readonly BulkOperation[];
  readonly failOnErrors: null;
}

/**
 * The text of one operation. `data` is the resource as JSON text and is inserted unchanged, so that the same record
 * always gives the same bytes.
 */
export function writeOperation(bulkId: string, data: string): string {
  return `{"method":"POST","bulkId":${JSON.stringify(bulkId)},"path":"/Users","data":${data}}`;
}

/** The text of a bulk request with 1 to {@link MAX_OPERATIONS} operations, given as texts. */
export function writeBulkRequest(operations: readonly string[]): string {
  return `{"schemas":["${BULK_REQUEST_URN}"],"Operations":[${operations.join(',')}],"failOnErrors":null}`;
}

/** The result of reading a request body: the request, or a sentence that says how it violates the contract. */
export type BulkRequestReading = { readonly request: BulkRequest } | { readonly refusal: string };

/**
 * Reads a body as `bulkUpload` does: checks only the envelope. The contents of `data` are judged later, record by
 * record, and appear in the provisioning log.
 */
export function readBulkRequest(text: string): BulkRequestReading {
  const json = readBoundedJson(text);
  if ('refusal' in json) return { refusal: `The body is ${json.refusal}` };
  const schemas = member(json.value, 'schemas');
  if (!Array.isArray(schemas) || schemas.length !== 1 || schemas[0] !== BULK_REQUEST_URN) {
    return { refusal: `"schemas" must be ["${BULK_REQUEST_URN}"].` };
  }
  const operations = member(json.value, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0)
    return { refusal: '"Operations" must be a list that is not empty.' };
  if (operations.length > MAX_OPERATIONS) {
    return { refusal: `"Operations" holds ${operations.length} operations; at most ${MAX_OPERATIONS} are taken.` };
  }
  const read: BulkOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    const refusal = refuseOperation(operation);
    if (refusal !== undefined) return { refusal: `Operations[${index}]: ${refusal}` };
    read.push({
      method: 'POST',
      bulkId: stringMember(operation, 'bulkId') ?? '',
      path: '/Users',
      data: member(operation, 'data') as JsonObject,
    });
  }
  return { request: { schemas: [BULK_REQUEST_URN], Operations: read, failOnErrors: null } };
}

function refuseOperation(operation: unknown): string | undefined {
  if (!isJsonObject(operation)) return 'an operation must be an object.';
  if (stringMember(operation, 'method') !== 'POST') return '"method" must be "POST".';
  // Microsoft's own samples also use "/users", which is accepted.
  if (stringMember(operation, 'path')?.toLowerCase() !== '/users') return '"path" must be "/Users".';
  const bulkId = stringMember(operation, 'bulkId');
  if (bulkId === undefined || bulkId === '') return '"bulkId" must be a text that is not empty.';
  if (!isJsonObject(member(operation, 'data'))) return '"data" must be an object.';
  return undefined;
}
