import type { SourceSettings } from '../../../core/mapping/model/model';

/** What the words of the mapping language mean, for hover and completion. Markdown. */

export const KEYWORD_MEANINGS = {
  source: 'How the extract is read. What is left out is found out from the file.',
  where: 'Records for which this condition does not hold are left out. Of several conditions all must hold.',
  schema: 'Rules for the attributes of another schema than the User, by its URN.',
} as const;

export const SETTING_MEANINGS: Readonly<Record<keyof SourceSettings, string>> = {
  files:
    'The extracts that this mapping is for, as patterns relative to the folder of the mapping: `"extracts/*.csv"`. Preview and completion look at them.',
  delimiter: 'The text between cells, such as `";"`. Left out, it is detected. A tab is `"\\t"`.',
  quote: 'The quotation mark around cells; `""` makes quotation marks ordinary characters. Left out: `"`.',
  encoding:
    'How the file writes characters, such as `"windows-1252"`. Left out: what the byte order mark says, else UTF-8.',
  header: 'The line of the header, counted from 1. Left out: the first line.',
  empty: 'Texts that count as an empty cell, besides the empty text: `"NULL", "N/A"`.',
  key: 'The columns that identify a record. Left out: those behind `externalId`.',
};

export const DECORATOR_MEANINGS = {
  empty: 'What becomes of the attribute when its rule gives no value. Left out: `@empty(omit)`.',
  type: 'The type of an attribute of a custom schema. Left out: `@type(String)`.',
} as const;

export const DECORATOR_VALUES: Readonly<Record<keyof typeof DECORATOR_MEANINGS, Readonly<Record<string, string>>>> = {
  empty: {
    omit: 'The attribute is left out.',
    null: 'JSON `null` is sent; it clears the target where the provisioning job lets nulls through. *(Entra)*',
    blank: 'An empty text is sent.',
    error: 'The record is not sent. `externalId`, `userName` and `active` are always so.',
  },
  type: {
    String: 'Text, as it is.',
    Boolean: '`True` or `False`, ignoring case, and nothing else.',
    Integer: 'A whole number.',
    Decimal: 'A number like `12` or `-0.5`.',
    DateTime: 'A date and time like `2026-11-23T08:00:00Z`. `FormatDateTime` makes one.',
    Reference: 'The address of something, as text.',
    Binary: 'Base64.',
  },
};

export const VALUE_WORD_MEANINGS: Readonly<Record<string, string>> = {
  IgnoreAttributeFlow: 'The attribute is left out for this record.',
  IgnoreObjectFlow: 'The record is left out, and counted as excluded.',
  vbTextCompare: 'Compares ignoring case.',
  vbBinaryCompare: 'Compares exactly.',
};
