import type { ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JsonText } from '../json/readJsonText';

/** The tolerant tree of a schema's text. */
export function readJobText(text: string): JsonText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  return {
    text,
    root,
    problems: errors.map(({ error, offset, length }) => ({
      code: 'payload.syntax',
      severity: 'error',
      message: `This is no JSON: ${printParseErrorCode(error)}.`,
      span: { start: offset, end: offset + length },
    })),
  };
}
