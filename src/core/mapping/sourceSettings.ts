import type { Problem } from '../problem';
import type { SourceSettings } from './model';
import type { Literal, MappingTree, Setting, SourceBlock } from './syntax';

type SettingName = keyof SourceSettings;

/** What each setting is given: the kind of its values, and whether it may have several. */
const SETTINGS: Readonly<Record<SettingName, { readonly kind: Literal['kind']; readonly several: boolean }>> = {
  files: { kind: 'string', several: true },
  delimiter: { kind: 'string', several: false },
  quote: { kind: 'string', several: false },
  encoding: { kind: 'string', several: false },
  header: { kind: 'integer', several: false },
  empty: { kind: 'string', several: true },
  key: { kind: 'column', several: true },
};

const KIND_WORDS: Readonly<Record<Literal['kind'], string>> = {
  string: 'a text in quotes',
  integer: 'a whole number',
  word: 'a word',
  column: 'a column in brackets',
};

export interface SourceReading {
  readonly settings: SourceSettings;
  readonly problems: readonly Problem[];
}

/** Reads the `source` block of a mapping: what is right of it counts, what is wrong is said. */
export function readSourceSettings(tree: MappingTree): SourceReading {
  const problems: Problem[] = [];
  const blocks = tree.statements.filter((statement): statement is SourceBlock => statement.kind === 'source');
  for (const extra of blocks.slice(1))
    problems.push(error('mapping.duplicate-source', 'A mapping has one source block; this is another.', extra));
  const [block] = blocks;
  const given = new Map<SettingName, readonly Literal[]>();
  if (block?.sourceKind !== undefined && block.sourceKind.text !== 'csv') {
    problems.push(
      error(
        'mapping.unknown-source',
        `"${block.sourceKind.text}" is no kind of source: only csv is.`,
        block.sourceKind,
      ),
    );
  }
  for (const setting of block?.settings ?? []) {
    const name = setting.name.text;
    if (!isSettingName(name)) {
      problems.push(
        error(
          'mapping.unknown-setting',
          `"${name}" is no setting. There are ${Object.keys(SETTINGS).join(', ')}.`,
          setting.name,
        ),
      );
    } else if (given.has(name)) {
      problems.push(error('mapping.duplicate-setting', `"${name}" is set twice; the first counts.`, setting.name));
    } else {
      problems.push(...checkValues(name, setting));
      given.set(
        name,
        setting.values.filter((value) => value.kind === SETTINGS[name].kind),
      );
    }
  }
  return { settings: toSettings(given), problems };
}

/** Whether a `source` block has a setting of that name. */
export function isSettingName(text: string): text is SettingName {
  return Object.hasOwn(SETTINGS, text);
}

function* checkValues(name: SettingName, setting: Setting): Generator<Problem> {
  const { kind, several } = SETTINGS[name];
  for (const value of setting.values) {
    if (value.kind !== kind) yield error('mapping.setting-value', `"${name}" takes ${KIND_WORDS[kind]}.`, value);
    else if (name === 'delimiter' && value.text === '') {
      yield error(
        'mapping.setting-value',
        '"delimiter" is one character or several, like ";" or "||". A tab is written as a tab between the quotes; leave the setting out to have the delimiter found.',
        value,
      );
    }
  }
  const second = setting.values[1];
  if (!several && second !== undefined) yield error('mapping.setting-value', `"${name}" takes one value.`, second);
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
    ...(delimiter === undefined || delimiter === '' ? {} : { delimiter }),
    // Empty means that quotes are ordinary characters.
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header: Number(header) }),
  };
}

function error(code: string, message: string, node: { readonly span: Problem['span'] }): Problem {
  return { code, severity: 'error', message, span: node.span };
}
