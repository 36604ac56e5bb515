import type { ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { Problem } from '../problems/problem';
import { duplicateMembers } from './duplicateMembers';
import { findExcess, findTooDeep } from './jsonLimits';
import type { JsonNode } from './jsonNode';
import { byPlace } from './placedProblems';
import { byteOrderMark, syntaxProblems } from './syntaxProblems';

/** A JSON text, parsed tolerantly and checked strictly. */
export interface JsonText {
  readonly text: string;
  /** Absent if there is no value, or if the text is too deep or too large to parse. */
  readonly root: JsonNode | undefined;
  /** Violations of RFC 8259 and of our limits, in text order: syntax, duplicate names, depth, size. */
  readonly problems: readonly Problem[];
}

/**
 * Parses any text. Text that `JSON.parse` accepts has no `json.syntax` problem, and text that it refuses has at least
 * one; the tree contains everything that was recognised. `outerDepth` is the number of objects and lists around the
 * text, if it is part of a larger one.
 */
export function readJsonText(text: string, outerDepth = 0): JsonText {
  const excess = findExcess(text, outerDepth);
  if (excess !== undefined) return { text, root: undefined, problems: [excess] };
  const { root, errors } = parseTolerantly(text);
  const problems = [...syntaxProblems(text, errors), ...duplicateMembers(root)];
  return { text, root, problems: problems.length > 1 ? problems.sort(byPlace) : problems };
}

/** Parses only the tree of a text, as far as possible; `undefined` if there is no value or it is nested too deeply. */
export function readTree(text: string): JsonNode | undefined {
  return findTooDeep(text) === undefined ? parseTolerantly(text).root : undefined;
}

/**
 * The first problem that prevents a text from being a value. Excessive depth comes first, because nothing else is
 * checked then.
 */
export function firstMistake(text: string): Problem | undefined {
  return findTooDeep(text) ?? readJsonText(text).problems[0];
}

function parseTolerantly(text: string): { readonly root: JsonNode | undefined; readonly errors: ParseError[] } {
  const errors: ParseError[] = [];
  // The mark is reported elsewhere. A space replaces it, so that offsets do not change.
  const plain = text.startsWith(byteOrderMark) ? ` ${text.slice(1)}` : text;
  const root = parseTree(plain, errors, { disallowComments: true, allowTrailingComma: false });
  return { root, errors };
}
