import { member, readJson, stringMember } from '../core/json/jsonValue';

/** The content of Graph's error envelope. */
export interface GraphError {
  /** The code of the innermost error, which is the most specific. */
  readonly code: string;
  readonly message: string;
}

const MAX_MESSAGE = 500;
const MAX_DEPTH = 10;

/** Parses an error envelope; `undefined` for any other body. Source: Microsoft Graph, error responses. */
export function parseGraphError(text: string): GraphError | undefined {
  const json = readJson(text);
  const error = 'value' in json ? member(json.value, 'error') : undefined;
  const code = stringMember(error, 'code');
  if (code === undefined) return undefined;
  return { code: innermostCode(error, code), message: tidy(stringMember(error, 'message') ?? '') };
}

/** Graph spells the inner error both ways. */
function innermostCode(error: unknown, outer: string): string {
  let code = outer;
  let inner: unknown = error;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    inner = member(inner, 'innerError') ?? member(inner, 'innererror');
    code = stringMember(inner, 'code') ?? code;
  }
  return code;
}

function tidy(message: string): string {
  const line = message.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}
