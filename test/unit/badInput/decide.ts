import { expect } from 'vitest';
import type { ReadOptions, SizeLimits } from '../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { RecordProblem } from '../../../src/core/problems/problem';
import { operationsOf } from '../../../src/core/convert/operation';
import { convertToRequests } from '../../../src/extract/convertToRequests';
import { inChunks, readAll } from '../extract/readText';

/** What a test expects of a problem. */
export interface Expected {
  readonly code: string;
  readonly severity: RecordProblem['severity'];
  readonly line?: number;
  readonly column?: string;
  readonly record?: number;
  /** What the message must name. */
  readonly says?: string | RegExp;
}

/** The problems of an extract that is read by itself. */
export async function problemsOfReading(
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<readonly RecordProblem[]> {
  return (await readAll(content, options)).problems;
}

/** The result of converting an extract. */
export interface Converted {
  readonly problems: readonly RecordProblem[];
  /** The resources that would be sent, as JSON. */
  readonly sent: readonly string[];
}

export async function convertText(
  mapping: string,
  content: string | Uint8Array,
  limits: Partial<SizeLimits> = {},
): Promise<Converted> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const problems: RecordProblem[] = [];
  const sent: string[] = [];
  for await (const events of convertToRequests(inChunks(bytes, Infinity), loadMapping(mapping), { limits })) {
    for (const event of events) {
      if (event.kind === 'warning') problems.push(event.problem);
      else if (event.kind === 'refused' || event.kind === 'fatal') problems.push(...event.problems);
      else if (event.kind === 'requests')
        for (const { text } of operationsOf(event.requests))
          sent.push(JSON.stringify((JSON.parse(text) as { readonly data: unknown }).data));
    }
  }
  return { problems, sent };
}

/**
 * That exactly these problems are reported, each in the right form: what is wrong and what to do, in whole sentences, without what
 * cells hold.
 */
export function expectProblems(
  problems: readonly RecordProblem[],
  expected: readonly Expected[],
  secrets: readonly string[] = [],
): void {
  expect(
    problems.map(({ code, severity, line, column, record }, index) => ({
      code,
      severity,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(expected[index]?.record === undefined ? {} : { record }),
    })),
  ).toEqual(expected.map(({ says: _, ...others }) => others));
  for (const [index, { message }] of problems.entries()) {
    expect(message).toMatch(/[.?](?: \(E_[A-Z]+\))?$/);
    expect(message.split(/[.:?] /).length, message).toBeGreaterThan(1);
    const says = expected[index]?.says;
    if (says !== undefined) expect(message).toMatch(says);
    for (const secret of secrets) expect(message).not.toContain(secret);
  }
}
