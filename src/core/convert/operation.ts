import { fromBytes } from '../bytes/fromBytes';
import { bulkIdOf } from './bulkId';
import { OperationFact } from './operationTable';
import type { Requests } from './requestWriter';

/** One operation of a request, with its texts decoded. */
export interface Operation {
  /** The record's number in the extract, from 1. */
  readonly record: number;
  /** The physical line on which the record begins, from 1. */
  readonly line: number;
  /** The number of the request that contains it, from 1. */
  readonly request: number;
  readonly bulkId: string;
  readonly externalId: string;
  readonly displayName?: string;
  /** As written in its request. */
  readonly text: string;
  /** The range of the resource in `text`, in bytes of UTF-8. */
  readonly resource: { readonly start: number; readonly end: number };
}

/** The operations of requests, in order. Read them while the bytes of the requests are valid. */
export function* operationsOf({ first, bytes, ends, operations }: Requests): Generator<Operation> {
  let request = 0;
  for (let index = 0; index < operations.count; index++) {
    const fact = (which: OperationFact) => operations.fact(index, which);
    const [record, start, end] = [fact(OperationFact.record), fact(OperationFact.start), fact(OperationFact.end)];
    while (start >= (ends[request] ?? Infinity)) request++;
    const displayName = textAt(bytes, fact(OperationFact.nameStart), fact(OperationFact.nameEnd));
    yield {
      record,
      line: fact(OperationFact.line),
      request: first + request,
      bulkId: bulkIdOf(record),
      externalId: textAt(bytes, fact(OperationFact.idStart), fact(OperationFact.idEnd)) ?? '',
      ...(displayName === undefined ? {} : { displayName }),
      text: fromBytes(bytes, start, end),
      resource: { start: fact(OperationFact.dataStart) - start, end: fact(OperationFact.dataEnd) - start },
    };
  }
}

/** The text of a range of JSON; `undefined` if the range is empty or is not a JSON string. */
export function textAt(json: Uint8Array, start: number, end: number): string | undefined {
  if (start === end) return undefined;
  const value: unknown = JSON.parse(fromBytes(json, start, end));
  return typeof value === 'string' ? value : undefined;
}
