import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/core/expression/compile';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { parseExpression } from '../../../src/core/expression/parser';
import { pastedText } from '../../../src/core/search/pastedText';
import type { Expression } from '../../../src/core/expression/syntax';
import { asText } from '../../../src/core/expression/value';
import { foldedText } from '../../../src/core/search/foldedText';

function parsed(text: string): Expression {
  const { expression } = parseExpression(text);
  if (expression === undefined) throw new Error(`no tree for ${text}`);
  return expression;
}

const constants = (text: string) => pastedText(parsed(text))?.constants;

describe('a text that is pasted of cells', () => {
  it.each([
    ['[Name]', ''],
    ['ToUpper([Name])', ''],
    ['Join(" ", [First], [Last])', ' '],
    ['Join(", ", ToUpper([Last]), [First])', ', '],
    ['Append(Append([First], " "), [Last])', ' '],
    ['Append([First], Append(" – ", [Last]))', ' - '],
    ['Coalesce([Known], Join(" ", [First], [Last]), "Nobody")', ' nobody'],
    ['IIF([Kind]="x", [Name], "guest")', 'guest'],
    ['Switch([Kind], [Name], "x", "guest")', 'guest'],
    ['Join("", [Name])', ''],
  ])('%s has %j between its cells', (text, wanted) => {
    expect(constants(text)).toBe(wanted);
  });

  it.each([
    'Append([First], [Last])',
    'Join("", [First], [Last])',
    'Join("\u0301", [First], [Last])',
    'Append(Coalesce([First], "x"), [Last])',
    'Replace([Name], "a", , , "b", , )',
    'Mid([Name], 1, 3)',
    'StripSpaces([Name])',
    'NormalizeDiacritics([Name])',
    'Join([Separator], [First], [Last])',
  ])('%s may hold what no cell holds', (text) => {
    expect(constants(text)).toBeUndefined();
  });

  it.each(['PCase', 'ToUpper', 'ToLower'])('is not changed by %s, as far as a search notices', (name) => {
    const evaluate = compileExpression<string>(parsed(`${name}([Text])`), () => (text) => text);
    // The iota below a vowel, alone, is a letter in capitals
    const letters = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code)).filter(
      (one) => one !== '\u0345',
    );
    for (const letter of letters) {
      const text = `a${letter}b ${letter}c`;
      expect(foldedText(asText(evaluate(text, EMPTY_CONTEXT)) ?? ''), JSON.stringify(text)).toBe(foldedText(text));
    }
  });
});
