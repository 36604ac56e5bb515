import type { SourceSettings } from '../../../core/mapping/model/model';

/** The meanings of the mapping language's words, for hover and completion. Markdown. */

export const KEYWORD_MEANINGS = {
  source: 'How to read the extract. Missing settings are detected from the file.',
  where: 'Records for which this condition is false are excluded. If there are several conditions, all must be true.',
  schema: 'Rules for the attributes of a schema other than User, by its URN.',
} as const;

export const SETTING_MEANINGS: Readonly<Record<keyof SourceSettings, string>> = {
  files:
    'The extracts of this mapping, as patterns relative to its folder: `"extracts/*.csv"`. Preview and completion use them.',
  delimiter: 'The text between cells, such as `";"`. By default it is detected. A tab is `"\\t"`.',
  quote: 'The quotation mark around cells; `""` makes quotation marks ordinary characters. Default: `"`.',
  encoding: 'The encoding of the file, such as `"windows-1252"`. Default: by the byte order mark, otherwise UTF-8.',
  header: 'The line of the header, counted from 1. Default: the first line.',
  empty: 'Texts that count as an empty cell, besides the empty text: `"NULL", "N/A"`.',
  key: 'The columns that identify a record. Default: those of `externalId`.',
};

export const DECORATOR_MEANINGS = {
  empty: 'What happens to the attribute if its rule gives no value. Default: `@empty(omit)`.',
  type: 'The type of an attribute of a custom schema. Default: `@type(String)`.',
} as const;

export const DECORATOR_VALUES: Readonly<Record<keyof typeof DECORATOR_MEANINGS, Readonly<Record<string, string>>>> = {
  empty: {
    omit: 'The attribute is left out.',
    null: 'JSON `null` is sent; it clears the target if the provisioning job allows null flow. *(Entra)*',
    blank: 'An empty text is sent.',
    error: 'The record is not sent. This always applies to `externalId`, `userName` and `active`.',
  },
  type: {
    String: 'Text, unchanged.',
    Boolean: '`True` or `False`, ignoring case.',
    Integer: 'A whole number.',
    Decimal: 'A number like `12` or `-0.5`.',
    DateTime: 'A date and time like `2026-11-23T08:00:00Z`, as `FormatDateTime` writes it.',
    Reference: 'The address of something, as text.',
    Binary: 'Base64.',
  },
};

export const VALUE_WORD_MEANINGS: Readonly<Record<string, string>> = {
  IgnoreAttributeFlow: 'The attribute is left out for this record.',
  IgnoreObjectFlow: 'The record is left out and counted as excluded.',
  vbTextCompare: 'Compares ignoring case.',
  vbBinaryCompare: 'Compares exactly.',
};
