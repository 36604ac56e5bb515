import { isJsonObject, member, readJson, stringMember } from '../../core/json/jsonValue';

/**
 * A refusal of the sign-in service. Its description is never shown, because it may name people; only times and codes
 * are read from it.
 */
export interface Refusal {
  /** The OAuth code, such as `invalid_client`. */
  readonly error: string | undefined;
  /** The number of its first AADSTS code. */
  readonly code: number | undefined;
  readonly description: string;
  /** Whether an access policy requires more of the person: multifactor authentication, another device. */
  readonly hasClaims: boolean;
  /** The id that Microsoft's support asks for. */
  readonly traceId: string | undefined;
}

const OAUTH_CODE = /^[a-z_]{1,60}$/;

/** Parses the refusal in the body of an answer; its members are empty if there is none. */
export function readRefusal(body: string): Refusal {
  const json = readJson(body);
  const value = 'value' in json && isJsonObject(json.value) ? json.value : {};
  const error = stringMember(value, 'error');
  const description = stringMember(value, 'error_description') ?? '';
  const traceId = stringMember(value, 'trace_id');
  return {
    error: error !== undefined && OAUTH_CODE.test(error) ? error : undefined,
    code: firstNumber(member(value, 'error_codes')) ?? codeIn(description),
    description,
    hasClaims: stringMember(value, 'claims') !== undefined,
    traceId: traceId !== undefined && /^[0-9a-f-]{36}$/i.test(traceId) ? traceId : undefined,
  };
}

function firstNumber(list: unknown): number | undefined {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'number' && Number.isSafeInteger(first) ? first : undefined;
}

/** The number of the first AADSTS code in a text. */
export function codeIn(text: string): number | undefined {
  const digits = /\bAADSTS(\d{4,9})\b/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
