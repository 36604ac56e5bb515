import type { Decorator, SchemaBlock, Setting, SourceBlock, Where } from '../../../core/mapping/syntax/syntax';
import { isSettingName } from '../../../core/mapping/syntax/settings';
import type { Span } from '../../../core/text/span';
import {
  DECORATOR_MEANINGS,
  DECORATOR_VALUES,
  KEYWORD_MEANINGS,
  SETTING_MEANINGS,
  VALUE_WORD_MEANINGS,
} from '../document/mappingWords';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, words, ours, paragraphs } from '../../shared/markdown';
import type { Description } from './description';

export function describeKeyword({ kind, keyword }: SourceBlock | Where | SchemaBlock): Description {
  return { markdown: paragraphs(words`**${ours(kind)}**`, ours(KEYWORD_MEANINGS[kind])), span: keyword };
}

export function describeSourceKind(span: Span): Description {
  return { markdown: words`Comma-separated values (RFC 4180), with any delimiter.`, span };
}

export function describeSetting({ name }: Setting): Description | undefined {
  if (!isSettingName(name.text)) return undefined;
  return { markdown: paragraphs(words`**${ours(name.text)}**`, ours(SETTING_MEANINGS[name.text])), span: name.span };
}

/** Describes a decorator with all of its values and highlights the current one. */
export function describeDecorator({ name, values }: Decorator, span: Span): Description | undefined {
  if (!isDecorator(name.text)) return undefined;
  const set = values[0]?.text;
  const list = Object.entries(DECORATOR_VALUES[name.text]).map(
    ([value, meaning]) => words`${value === set ? words`**${code(value)}**` : code(value)}: ${ours(meaning)}`,
  );
  return {
    markdown: paragraphs(words`**@${ours(name.text)}**`, ours(DECORATOR_MEANINGS[name.text]), bulletList(list)),
    span,
  };
}

/** Describes a word that is a value; `undefined` for other words. */
export function describeValueWord(name: string): Markdown | undefined {
  const meaning = Object.hasOwn(VALUE_WORD_MEANINGS, name) ? VALUE_WORD_MEANINGS[name] : undefined;
  return meaning === undefined ? undefined : paragraphs(words`**${ours(name)}**`, ours(meaning));
}

function isDecorator(name: string): name is keyof typeof DECORATOR_MEANINGS {
  return Object.hasOwn(DECORATOR_MEANINGS, name);
}
