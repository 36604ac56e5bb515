import { detached } from '../text/detached';
import type { Span } from '../text/span';
import type { Problem, RecordProblem } from './problem';
import type { ProblemCode } from './problemCode';

/** The authority for a rule: a specification, the service, the extract, or the mapping language itself. */
type ProblemAuthority = 'RFC 7643' | 'RFC 7644' | 'RFC 8259' | 'Entra' | 'the extract' | 'the language';

/**
 * A text with the problem, and the same without it. Tests run both through the check that finds the problem. Without a
 * `form` they are texts of the code's area: lines of a mapping, where a comment describes the extract, or members of a
 * payload or of the schema of a job. Texts that are too long to print are written as `(more than 1,024 columns)`.
 */
export interface ProblemExample {
  /**
   * `extract`: rows, in which `\xE9` is a byte and `\r`, `\n` and `\0` are characters. `psd1`: a mapping of CSV2SCIM.
   */
  readonly form?: 'extract' | 'command' | 'psd1';
  readonly wrong: string;
  readonly right: string;
}

/**
 * One kind of problem, for documentation, settings and SARIF. A check exports its kinds next to
 * itself; `src/core/catalogue/problemKinds.ts` lists them all.
 */
export interface ProblemKind<Code extends string = string> {
  /** `area.what-is-wrong`: stable, because settings and comments that silence the problem refer to it. */
  readonly code: ProblemCode<Code>;
  /** The default severity. A check may report some cases as less severe. */
  readonly severity: Problem['severity'];
  /** A headline of a few words, without a full stop: "Unknown column". */
  readonly title: string;
  /** What is wrong and why it matters, in whole sentences. */
  readonly explanation: string;
  /** What to do, in whole sentences. */
  readonly remedy: string;
  readonly authority: ProblemAuthority;
  readonly example: ProblemExample;
  /**
   * The mapping or payload cannot be used with an error of this kind, so the error can neither be set to another level
   * nor be silenced. Cases that a check reports as less severe can.
   */
  readonly blocking?: true;
}

/** Creates a problem at a range of a text, with the severity of its kind; `data` is what a quick fix needs. */
export function problemOf(kind: ProblemKind, where: Span, message: string, data?: Problem['data']): Problem {
  const { code, severity } = kind;
  return { code, severity, message: shortMessage(message), span: where, ...(data === undefined ? {} : { data }) };
}

/** The members of a record's problem besides its kind, severity and message. */
export type RecordProblemDetails = Omit<RecordProblem, 'code' | 'severity' | 'message'>;

/** Creates a problem of an extract, or of one of its records. */
export function recordProblemOf(
  { code }: Pick<ProblemKind, 'code'>,
  severity: RecordProblem['severity'],
  message: string,
  details?: RecordProblemDetails,
): RecordProblem {
  const { value } = details ?? {};
  return {
    code,
    severity,
    message: shortMessage(message),
    ...details,
    ...(value === undefined ? {} : { value: shortValue(value) }),
  };
}

/** Maximum length of a text quoted in a message, and of a whole message: a name may have ten megabytes. */
const QUOTED_LENGTH = 100;
const MESSAGE_LENGTH = 1000;

/**
 * Each pattern stops at the next mark of its kind, so that even a message that consists of quotes is scanned only once.
 */
const LONG_QUOTES = [
  new RegExp(`"([^"]{${QUOTED_LENGTH}})[^"]+"`, 'g'),
  new RegExp(`\\[([^[\\]]{${QUOTED_LENGTH}})[^[\\]]+\\]`, 'g'),
] as const;

/**
 * Shortens quoted texts before a message is stored and escaped. Keeps the beginning of the message, and its end, which
 * says what to do.
 */
function shortMessage(message: string): string {
  if (message.length <= QUOTED_LENGTH) return message;
  const [inQuotes, inBrackets] = LONG_QUOTES;
  const short = message.replace(inQuotes, '"$1…"').replace(inBrackets, '[$1…]');
  if (short.length > MESSAGE_LENGTH)
    return detached(`${short.slice(0, MESSAGE_LENGTH / 2)}…${short.slice(-MESSAGE_LENGTH / 2)}`);
  return short.length < message.length ? detached(short) : message;
}

/**
 * Maximum length of a cell's value that is kept with a problem: a value may have a megabyte, and there may be a
 * thousand.
 */
const VALUE_LENGTH = 1000;

function shortValue(value: string): string {
  return value.length <= VALUE_LENGTH ? value : detached(`${value.slice(0, VALUE_LENGTH)}…`);
}

/** A kind as declared in the source, before its code gets the type {@link ProblemCode}. */
type WrittenKind<Code extends string = string> = Omit<ProblemKind, 'code'> & { readonly code: Code };

/** Declares a kind of problem. `src/core/catalogue/problemKinds.ts` must list it, which a test checks. */
export function problemKind<const Code extends string>(kind: WrittenKind<Code>): ProblemKind<Code> {
  noteBlocking([kind]);
  return kind as ProblemKind<Code>;
}

/**
 * Declares several kinds, as a list or by name. Codes keep their literal types, so that tables by code can be checked
 * for completeness.
 */
export function defineProblemKinds<const Kinds extends readonly WrittenKind[] | Readonly<Record<string, WrittenKind>>>(
  kinds: Kinds,
): { readonly [Key in keyof Kinds]: Kinds[Key] extends WrittenKind<infer Code> ? ProblemKind<Code> : never } {
  noteBlocking(Object.values(kinds));
  return kinds as never;
}

/** The codes of blocking kinds. A kind is declared before any problem of it exists, so the set is always complete. */
const BLOCKING = new Set<string>();

function noteBlocking(kinds: readonly WrittenKind[]): void {
  for (const { code, blocking } of kinds) if (blocking === true) BLOCKING.add(code);
}

/** Whether the text cannot be used with this problem, so that no setting or comment can hide it. */
export function isBlocking({
  code,
  severity,
}: {
  readonly code: string;
  readonly severity: Problem['severity'];
}): boolean {
  return severity === 'error' && BLOCKING.has(code);
}
