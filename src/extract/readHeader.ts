import type { ExtractHeader, ReadOptions } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problems/problem';
import { readExtract } from './readExtract';

/** The header of an extract, without reading further; or the fatal problem that keeps it from being read. */
export async function readHeader(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<ExtractHeader | { readonly problem: RecordProblem }> {
  for await (const events of readExtract(bytes, options)) {
    for (const event of events) {
      if (event.kind === 'header') return event.header;
      if (event.kind === 'problem' && event.problem.severity === 'fatal') return { problem: event.problem };
    }
  }
  throw new Error('an extract ended without a header and without a fatal problem');
}
