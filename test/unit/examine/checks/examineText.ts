import type { ValueFinding } from '../../../../src/core/examine/valueFinding';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import type { Examination, ExamineOptions } from '../../../../src/extract/examineExtract';
import { examineExtract } from '../../../../src/extract/examineExtract';

/** Looks at an extract that is a text. */
export function examineText(mapping: string, csv: string, options: ExamineOptions = {}): Promise<Examination> {
  return examineExtract(inOneBlock(csv), loadMapping(mapping), options);
}

async function* inOneBlock(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** `severity code count@line`, in the order of the rules. */
export function findingLines(findings: readonly ValueFinding[]): readonly string[] {
  return findings.map(
    ({ severity, code, count, line }) => `${severity} ${code} ${count}${line === undefined ? '' : `@${line}`}`,
  );
}

/** The part of the mapping that a finding underlines. */
export function underlined({ ruleText, span }: ValueFinding): string {
  return ruleText.slice(span.start, span.end);
}
