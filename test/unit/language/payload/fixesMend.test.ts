import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { elementsOf, memberNode, spanOf } from '../../../../src/core/json/jsonNode';
import { readJsonText } from '../../../../src/core/json/readJsonText';
import {
  checkEnvelope,
  checkOperation,
  checkTogether,
  checkUser,
} from '../../../../src/core/payload/checks/checkPayload';
import type { Problem } from '../../../../src/core/problems/problem';
import { FIX_CASES } from './fixCases';

/** All that is found in a text, whether it is recognised as a payload or not. */
function problemsIn(text: string): readonly Problem[] {
  const root = parseTree(text);
  const list = memberNode(root, 'Operations');
  const own = readJsonText(text).problems;
  if (root === undefined) return own;
  if (list === undefined) return [...own, ...checkUser(root, {})];
  const found = elementsOf(list).map((operation) => checkOperation(operation, {}));
  const together = checkTogether(
    found.map(({ facts }) => facts),
    spanOf(list),
  );
  return [...own, ...checkEnvelope(root), ...found.flatMap(({ problems }) => problems), ...together];
}

describe('the cases of the quick fixes', () => {
  it.each(FIX_CASES)('are what the checks find, and no more when mended: $code, $title', (given) => {
    const { code, text, data = {}, fixed } = given;
    const [before = '', inside = ''] = text.split(/[«»]/);
    const span = { start: before.length, end: before.length + inside.length };
    const found = problemsIn(text.replace(/[«»]/g, '')).filter((problem) => problem.code === code);
    expect(found.map((problem) => ({ span: problem.span, ...problem.data }))).toContainEqual(
      expect.objectContaining({ span, ...data }),
    );
    expect(problemsIn(fixed).filter((problem) => problem.code === code)).toEqual([]);
  });
});
