import { dialectProblem } from '../../csv/dialect';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import type { SourceSettings } from './model';
import type { SettingName } from '../syntax/settings';
import { isSettingName, SETTINGS } from '../syntax/settings';
import { sourceProblems } from './sourceProblems';
import type { Literal, MappingTree, Setting, SourceBlock } from '../syntax/syntax';

const KIND_LABELS: Readonly<Record<Literal['kind'], string>> = {
  string: 'a text in quotes',
  integer: 'a whole number',
  word: 'a word',
  column: 'a column in brackets',
};

export interface SourceReading {
  readonly settings: SourceSettings;
  readonly problems: readonly Problem[];
}

/**
 * Reads the `source` block of a mapping. Applies valid settings and reports invalid ones. Data of the problems:
 * `replacement`, the text for the span; `first`, the range of the first of two, as `{start, end}`; `takes`, the
 * required kind of value.
 */
export function readSourceSettings(tree: MappingTree): SourceReading {
  const problems: Problem[] = [];
  const blocks = tree.statements.filter((statement): statement is SourceBlock => statement.kind === 'source');
  for (const extra of blocks.slice(1))
    problems.push(
      problemOf(
        sourceProblems.duplicateSource,
        extra.span,
        'Duplicate source block: a mapping has only one.',
        blocks[0] === undefined ? undefined : { first: blocks[0].keyword },
      ),
    );
  const [block] = blocks;
  const given = new Map<SettingName, readonly Literal[]>();
  const names = new Map<SettingName, Span>();
  if (block?.sourceKind !== undefined && block.sourceKind.text !== 'csv') {
    const { text, span } = block.sourceKind;
    const message = `Unknown kind of source "${text}". Use csv.`;
    problems.push(problemOf(sourceProblems.unknownSource, span, message, { replacement: 'csv' }));
  }
  for (const setting of block?.settings ?? []) {
    const { text: name, span } = setting.name;
    if (!isSettingName(name)) {
      const meant = nearest(name, Object.keys(SETTINGS));
      const message = `Unknown setting "${name}". Available: ${Object.keys(SETTINGS).join(', ')}.`;
      const data = meant === undefined ? undefined : { replacement: meant };
      problems.push(problemOf(sourceProblems.unknownSetting, span, message, data));
    } else if (given.has(name)) {
      const message = `Duplicate setting "${name}"; the first one applies.`;
      problems.push(problemOf(sourceProblems.duplicateSetting, span, message, { first: names.get(name) }));
    } else {
      names.set(name, span);
      for (const problem of checkValues(name, setting)) problems.push(problem);
      given.set(
        name,
        setting.values.filter((value) => value.kind === SETTINGS[name].kind),
      );
    }
  }
  problems.push(...checkDialect(given));
  return { settings: toSettings(given), problems };
}

function* checkValues(name: SettingName, setting: Setting): Generator<Problem> {
  const { kind, several } = SETTINGS[name];
  for (const value of setting.values) {
    if (value.kind !== kind)
      yield problemOf(sourceProblems.settingValue, value.span, `"${name}" takes ${KIND_LABELS[kind]}.`, {
        takes: kind,
      });
    else if (name === 'delimiter' && value.text === '') {
      yield problemOf(
        sourceProblems.settingValue,
        value.span,
        '"delimiter" takes one or more characters, like ";" or "||". Write a tab as "\\t"; remove the setting to detect the delimiter.',
      );
    }
  }
  const second = setting.values[1];
  if (!several && second !== undefined)
    yield problemOf(sourceProblems.settingValue, second.span, `"${name}" takes only one value.`);
}

/** Reports delimiters and quotes that cannot work with any extract. */
function* checkDialect(given: ReadonlyMap<SettingName, readonly Literal[]>): Generator<Problem> {
  const [delimiter, quote] = [given.get('delimiter')?.[0], given.get('quote')?.[0]];
  if (delimiter === undefined || delimiter.text === '') return;
  const problem = dialectProblem({ delimiter: delimiterOf(delimiter.text), quote: quote?.text ?? '"' });
  if (problem !== undefined) yield problemOf(sourceProblems.settingValue, (quote ?? delimiter).span, problem.message);
}

/**
 * The delimiter that a text stands for: `"\t"` is a tab, because a real one is invisible and editors replace it with
 * spaces.
 */
function delimiterOf(text: string): string {
  return text === '\\t' ? '\t' : text;
}

function toSettings(given: ReadonlyMap<SettingName, readonly Literal[]>): SourceSettings {
  const texts = (name: SettingName) => (given.get(name) ?? []).map((value) => value.text);
  const [delimiter, quote, encoding, header] = (['delimiter', 'quote', 'encoding', 'header'] as const).map(
    (name) => texts(name)[0],
  );
  return {
    files: texts('files'),
    empty: texts('empty'),
    key: texts('key'),
    ...(delimiter === undefined || delimiter === '' ? {} : { delimiter: delimiterOf(delimiter) }),
    // An empty text makes quotes ordinary characters.
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header: Number(header) }),
  };
}
