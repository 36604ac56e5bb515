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
 * Columns have a type of their own, attributes are properties. `readonly`: what is sent to it does nothing. `unknown`: the schema, the
 * extract at hand or the language does not have it.
 */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};
