import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

const source = {
  empty: '',
  list: ['a', 'b'],
  one: ['a'],
  none: [],
  yes: true,
  no: false,
  text: 'x',
  number: '12',
};

describe('conversions', () => {
  it.each([
    ['BitAnd(12, 10)', 8n],
    ['BitAnd(-1, &HFF)', 255n],
    ['BitAnd([missing], 1)', null],
    ['BitAnd(1, [missing])', null],
    ['BitAnd(1, [text])', { error: 'E_TYPE at BitAnd(1, [text])' }],
    ['BitAnd([text], 1)', { error: 'E_TYPE at BitAnd([text], 1)' }],
    ['BitAnd(BitAnd(7, 3), 2)', 2n],
    ['CBool([number] = 12)', true],
    ['CBool([number] <> 12)', false],
    ['CBool([yes])', true],
    ['CBool([no])', false],
    ['CBool("TRUE")', true],
    ['CBool("false")', false],
    ['CBool(0)', false],
    ['CBool("000")', false],
    ['CBool(12)', true],
    ['CBool(-1)', true],
    ['CBool([missing])', null],
    ['CBool([empty])', { error: 'E_TYPE at CBool([empty])' }],
    ['CBool([none])', { error: 'E_TYPE at CBool([none])' }],
    ['CBool("1x")', { error: 'E_TYPE at CBool("1x")' }],
    ['CBool("x1")', { error: 'E_TYPE at CBool("x1")' }],
    ['CBool("--1")', { error: 'E_TYPE at CBool("--1")' }],
    ['CStr([yes])', 'True'],
    ['CStr([no])', 'False'],
    ['CStr(Count([list]))', '2'],
    ['CStr([missing])', null],
    ['CStr([list])', 'a'],
    ['CStr([none])', null],
    ['ConvertToBase64([empty])', ''],
    ['ConvertToBase64("a")', 'YQA='],
    ['ConvertToBase64("ab")', 'YQBiAA=='],
    ['ConvertToBase64("abc")', 'YQBiAGMA'],
    ['ConvertToBase64("\uffff\uffff\uffff")', '////////'],
    ['ConvertToBase64([missing])', null],
    ['ConvertToUTF8Hex("\tÿ")', '09C3BF'],
    ['ConvertToUTF8Hex([missing])', null],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toEqual(expected);
  });
});

describe('questions about values', () => {
  it.each([
    ['IsNull', ['missing']],
    ['IsNullOrEmpty', ['missing', 'empty', 'none']],
    ['IsPresent', ['list', 'one', 'yes', 'no', 'text', 'number']],
    ['IsString', ['empty', 'one', 'yes', 'no', 'text', 'number']],
    ['Not', ['missing', 'empty', 'list', 'one', 'none', 'no', 'text', 'number']],
  ])('%s holds for %j', (name, expected) => {
    const asked = ['missing', ...Object.keys(source)];
    expect(asked.filter((attribute) => outcome(`${name}([${attribute}])`, source) === true).sort()).toEqual(
      [...expected].sort(),
    );
  });

  it.each([
    ['Not("TRUE")', false],
    ['Not("true")', false],
    ['Not("yes")', true],
    ['Not(Not([yes]))', true],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toBe(expected);
  });
});

describe('choices', () => {
  it.each([
    ['Coalesce([missing], [empty], "b")', ''],
    ['Coalesce([missing], [list], Item([list], 9))', ['a', 'b']],
    ['Coalesce([missing], [gone])', null],
    ['Coalesce([missing], Item([list], 9))', { error: 'E_INDEX at Item([list], 9)' }],
    ['Switch([text], "d", "w", "1", "x", "2", "x", "3")', '2'],
    ['Switch([text], "d", "X", "1")', 'd'],
    ['Switch([text], , "X", "1")', null],
    ['Switch([text], [missing], "X", "1")', null],
    ['Switch([text], "d", [missing], "1", [text], "2")', '2'],
    ['Switch([missing], "d", "x", "1", "", "2")', '2'],
    ['Switch([missing], "d", [missing], "1")', '1'],
    ['Switch([yes], "d", "True", [list])', ['a', 'b']],
    ['Switch([number], "d", 12, "1")', '1'],
    ['Switch([text], Item([list], 9), "x", "1", "y", Item([list], 9))', '1'],
    ['IgnoreFlowIfNullOrEmpty([missing])', { directive: 'IgnoreAttributeFlow' }],
    ['IgnoreFlowIfNullOrEmpty([empty])', { directive: 'IgnoreAttributeFlow' }],
    ['IgnoreFlowIfNullOrEmpty([none])', { directive: 'IgnoreAttributeFlow' }],
    ['IgnoreFlowIfNullOrEmpty([list])', ['a', 'b']],
    ['IgnoreFlowIfNullOrEmpty([no])', false],
    ['Redact([list])', ['a', 'b']],
    ['Redact([missing])', null],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toEqual(expected);
  });

  it.each([
    ['Switch([x], , "k", "v")', []],
    ['Switch([x], , "k", "v", "l")', ['error expression.argument-count:  "l"']],
    ['Switch(IsPresent([x]), , "k", "v")', ['warning expression.switch-null-test: IsPresent([x])']],
    ['Switch(IsNull([x]), , "k", "v")', ['warning expression.switch-null-test: IsNull([x])']],
    ['Switch(IsNullOrEmpty([x]), , "k", "v")', ['warning expression.switch-null-test: IsNullOrEmpty([x])']],
    ['Switch(IsString([x]), , "k", IsNull([x]))', []],
    ['Switch([IsNull], , "k", "v")', []],
  ])('%s', (text, expected) => {
    expect(remarks(text)).toEqual(expected);
  });
});
