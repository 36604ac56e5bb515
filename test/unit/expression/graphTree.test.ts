import { describe, expect, it } from 'vitest';
import type { AttributeMappingSource } from '../../../src/core/expression/graphTree';
import { fromGraphTree, toGraphTree } from '../../../src/core/expression/graphTree';
import { parseExpression } from '../../../src/core/expression/parser';
import { printExpression } from '../../../src/core/expression/print';

function tree(text: string): AttributeMappingSource {
  const { expression } = parseExpression(text);
  const made = expression === undefined ? { refusal: 'no expression' } : toGraphTree(expression);
  if ('refusal' in made) throw new Error(made.refusal);
  return made;
}

/** As a tree arrives that somebody built by hand: without the texts that Graph writes. */
function withoutTexts({ name, type, parameters }: AttributeMappingSource): object {
  return { name, type, parameters: parameters.map(({ key, value }) => ({ key, value: withoutTexts(value) })) };
}

function read(json: unknown): string {
  const reading = fromGraphTree(json);
  return 'expression' in reading ? printExpression(reading.expression) : `refused: ${reading.refusal}`;
}

describe('the tree of Microsoft Graph', () => {
  it('has the keys that Graph uses where they are known', () => {
    expect(tree('Replace([a], "x", , , "y", , )')).toEqual({
      expression: 'Replace([a], "x", , , "y", , )',
      name: 'Replace',
      type: 'Function',
      parameters: [
        { key: 'source', value: { expression: '[a]', name: 'a', type: 'Attribute', parameters: [] } },
        { key: 'Find', value: { expression: '"x"', name: 'x', type: 'Constant', parameters: [] } },
        { key: 'Replacement', value: { expression: '"y"', name: 'y', type: 'Constant', parameters: [] } },
      ],
    });
    expect(tree('Switch([a], , "k", "v", "l", "w")').parameters.map(({ key }) => key)).toEqual([
      'source',
      'key',
      'value',
      'key',
      'value',
    ]);
    expect(tree('Join("-", [a], 7)').parameters.map(({ key, value }) => `${key} ${value.expression}`)).toEqual([
      'separator "-"',
      'source [a]',
      'source "7"',
    ]);
    expect(tree('FormatDateTime([a], "yyyy", "MM")').parameters.map(({ key }) => key)).toEqual([
      'source',
      'inputFormat',
      'outputFormat',
    ]);
    expect(tree('Unknown([a])').parameters.map(({ key }) => key)).toEqual(['source']);
    expect(tree('IIF([a], IgnoreAttributeFlow, "b")').parameters[1]?.value).toEqual({
      expression: 'IgnoreAttributeFlow',
      name: 'IgnoreAttributeFlow',
      type: 'Constant',
      parameters: [],
    });
  });

  it('has no form for a comparison', () => {
    const { expression } = parseExpression('IIF([a] = "b", "c", "d")');
    expect(expression === undefined ? undefined : toGraphTree(expression)).toEqual({
      refusal: 'Microsoft Graph does not document how it writes a comparison.',
    });
  });

  it.each([
    ['Join("-", [a], ToLower([b]))', 'Join("-", [a], ToLower([b]))'],
    ['Replace([a], "x", , , "y", , )', 'Replace([a], "x", , , "y")'],
    ['Replace([a], , "p", "g", "y", , )', 'Replace([a], , "p", "g", "y")'],
    ['FormatDateTime([a], , "yyyy", "MM")', 'FormatDateTime([a], , "yyyy", "MM")'],
    ['Switch([a], , "k", "v", "l", "w")', 'Switch([a], , "k", "v", "l", "w")'],
    ['Switch([a], [d], "k", "v")', 'Switch([a], [d], "k", "v")'],
    ['Mid([a], 1, 8)', 'Mid([a], "1", "8")'],
    ['Now()', 'Now()'],
    ['Unknown([a], [b])', 'Unknown([a], [b])'],
  ])('%s without its texts reads as %s', (text, expected) => {
    expect(read(withoutTexts(tree(text)))).toBe(expected);
  });

  it('reads by its text where that can be read, which alone keeps empty places at the end', () => {
    expect(read(tree('Replace([a], "x", , , "y", , )'))).toBe('Replace([a], "x", , , "y", , )');
    expect(read({ ...tree('ToLower([a])'), expression: 'ToLower([a' })).toBe('ToLower([a])');
    expect(read({ ...tree('ToLower([a])'), expression: '  ' })).toBe('ToLower([a])');
    expect(read({ ...tree('ToLower([a])'), expression: 'ToUpper([b' })).toBe('ToLower([a])');
    expect(read({ ...tree('ToLower([a])'), expression: 'ToUpper([b]) or' })).toBe('ToLower([a])');
    expect(read({ ...tree('ToLower([a])'), expression: ')' })).toBe('ToLower([a])');
    expect(read({ ...tree('ToLower([a])'), expression: 'ToUpper([b])' })).toBe('ToUpper([b])');
  });

  it.each([
    [['source', 'key', 'value', 'value'], 'Switch([0], , [1], [2], , [3])'],
    [['key', 'value', 'key', 'value'], 'Switch(, , [0], [1], [2], [3])'],
    [['source', 'key', 'value', 'key', 'value', 'value'], 'Switch([0], , [1], [2], [3], [4], , [5])'],
    [['value', 'source', 'other'], 'Switch(, , , [0], [1], [2])'],
  ])('puts arguments with the keys %j where they belong', (keys, expected) => {
    const parameters = keys.map((key, index) => ({ key, value: { name: String(index) } }));
    const reading = fromGraphTree({ name: 'Switch', type: 'Function', parameters });
    expect('expression' in reading ? printExpression(reading.expression) : reading.refusal).toBe(expected);
    const slots = 'expression' in reading && reading.expression.kind === 'call' ? reading.expression.slots : [];
    for (const slot of slots) expect(slot.span).toEqual({ start: 0, end: 0 });
  });

  it('takes an attribute for the type that is left out, and no parameters for none', () => {
    expect(read({ name: 'mail' })).toBe('[mail]');
    expect(read({ name: 'x"y', type: 'Constant' })).toBe('"x\\"y"');
    expect(read({ name: 'Now', type: 'Function', parameters: null })).toBe('Now()');
  });

  it.each([
    [7, 'refused: The source of a mapping must be an object.'],
    [{ type: 'Attribute' }, 'refused: A node of the tree has no "name".'],
    [{ name: 'a', type: 'Lambda' }, 'refused: "Lambda" is not a type of node. Use Attribute, Constant or Function.'],
    [{ name: 'ToLower', type: 'Function', parameters: [{ key: 'source' }] }, 'refused: A parameter has no value.'],
    [
      { name: 'ToLower', type: 'Function', parameters: [{ key: 'source', value: {} }] },
      'refused: A node of the tree has no "name".',
    ],
  ])('%j is %s', (json, expected) => {
    expect(read(json)).toBe(expected);
  });

  it('is refused when it is nested deeper than any expression', () => {
    let json: object = { type: 'Attribute', name: 'a' };
    for (let depth = 0; depth < 20_000; depth++)
      json = { type: 'Function', name: 'Not', parameters: [{ key: 'source', value: json }] };
    expect(read(json)).toBe('refused: The tree is nested more than 100 levels deep.');
  });
});
