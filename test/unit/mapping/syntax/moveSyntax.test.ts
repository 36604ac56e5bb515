import { describe, expect, it } from 'vitest';
import { moveStatement } from '../../../../src/core/mapping/syntax/moveSyntax';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { mappingSample } from '../../../support/mappingEdits';

function statementsOf(text: string) {
  return parseMapping(text).parts.flatMap(({ statement }) => statement ?? []);
}

describe('moveStatement', () => {
  it.each([
    ['a path with URN, filter and names', 'urn:a:b:emails[type eq "work" and primary eq true].value = [M]'],
    ['calls, comparisons and empty slots', 'title = IIF([A] = "b", Switch([S], , 1, X), Guid())'],
    ['decorators', 'title = [T] @empty(null) @type("a", 1, [B]) @'],
    ['a rule without an expression', 'title ='],
    ['a condition', 'where ToLower([A]) <> "b"'],
    ['no condition', 'where'],
    ['the sample company', mappingSample()],
  ])('gives what is read further on: %s', (_, text) => {
    const moved = statementsOf(text).map((statement) => moveStatement(statement, 12));
    expect(moved).toStrictEqual(statementsOf(`${'\n'.repeat(12)}${text}`));
  });
});
