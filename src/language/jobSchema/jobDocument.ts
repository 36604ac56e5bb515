import type { Range } from 'vscode-languageserver-types';
import type { LoadedJobSchema } from '../../core/jobSchema/loadJobSchema';
import { loadJobSchema } from '../../core/jobSchema/loadJobSchema';
import { readJsonText } from '../../core/json/readJsonText';
import { LineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';

/** The schema of a provisioning job that is open in an editor, parsed once. Every editor feature starts here. */
export interface JobDocument {
  readonly text: string;
  readonly loaded: LoadedJobSchema;
  readonly index: LineIndex;
}

/** Parses a text. Never throws. */
export function openJobSchema(text: string): JobDocument {
  return { text, loaded: loadJobSchema(readJsonText(text)), index: new LineIndex(text) };
}

/** Converts a span to a range of the language server protocol. */
export function rangeIn({ index }: JobDocument, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
