import type { SemanticTokensLegend } from 'vscode-languageserver-types';

export const TOKEN_TYPES = [
  'keyword',
  'type',
  'namespace',
  'property',
  'column',
  'function',
  'string',
  'number',
  'enumMember',
  'decorator',
  'operator',
] as const;
export const TOKEN_MODIFIERS = ['readonly', 'unknown'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/**
 * Columns have their own type; attributes are properties. `readonly`: sending it has no effect. `unknown`: not in the
 * schema, the extract or the language.
 */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};
