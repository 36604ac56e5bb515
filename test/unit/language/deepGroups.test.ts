import { describe, expect, it } from 'vitest';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { applyEdits } from '../../../src/core/text/textEdit';
import { formatMapping } from '../../../src/core/mapping/format/formatMapping';
import { parseMapping } from '../../../src/core/mapping/syntax/parseMapping';
import { askEverything } from '../../support/everyQuestion';

const RULES = 'externalId = [id]\nuserName = [id]\n';
const open = (depth: number) => 'name {\n'.repeat(depth);
const close = (depth: number) => '}\n'.repeat(depth);

describe('groups that are nested too deeply', () => {
  it.each([
    ['never closed', `${RULES}${open(2000)}`],
    ['closed', `${RULES}${open(2000)}familyName = [id]\n${close(2000)}`],
    ['in a schema', `schema urn:a:b:C {\n${open(2000)}`],
    ['on one line', `${RULES}${'name { '.repeat(50_000)}`],
  ])('are one problem and answer every question: %s', (_, text) => {
    const document = openMapping(text);
    const answers = mappingAnswers(document);
    for (const offset of [0, 7 * 10, 7 * 20, text.length >> 1, text.length])
      askEverything(answers, document.index, offset);
    expect(document.loaded.parsed.problems.map(({ code }) => code)).toEqual(['mapping.too-deep']);
    expect(applyEdits(text, formatMapping(document.loaded.parsed)).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  });

  it('answer questions about places after the end of the text, as about its end', () => {
    const text = `${RULES}title = Join("-", [a]`;
    const document = openMapping(text);
    askEverything(mappingAnswers(document), document.index, text.length + 100);
  });

  it('cost nothing of what follows their "}"', () => {
    const { tree, problems } = parseMapping(
      `${open(20)}title = "}"  # }\nnickName = [a}b]\n${close(20)}title = [Title]\n`,
    );
    expect(problems.map(({ code }) => code)).toEqual(['mapping.too-deep']);
    expect(tree.statements.map(({ kind }) => kind)).toEqual(['group', 'rule']);
  });

  it('are read again when they are no longer too deep', () => {
    const deep = parseMapping(`${open(17)}title = [Title]\n${close(17)}`);
    const text = `${open(3)}title = [Title]\n${close(3)}`;
    expect(parseMapping(text, deep).tree).toEqual(parseMapping(text).tree);
  });
});
