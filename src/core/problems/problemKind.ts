import type { Problem } from './problem';
import type { Span } from '../text/span';

/** Who says that it is wrong: a specification, the service, the data at hand, or the mapping language itself. */
export type ProblemAuthority = 'RFC 7643' | 'RFC 7644' | 'RFC 8259' | 'Entra' | 'the extract' | 'the language';

/**
 * One kind of problem, as documentation, settings and SARIF know it. Whoever finds problems of a kind exports the kind
 * beside the check; `src/core/catalogue/problemKinds.ts` lists them all.
 */
export interface ProblemKind {
  /** `area.what-is-wrong`: stable, named by settings and by the comments that silence it. */
  readonly code: string;
  /** How much it matters unless a setting says otherwise. A check may report some cases of it as less. */
  readonly severity: Problem['severity'];
  /** A headline of a few words, without a full stop: "Unknown column". */
  readonly title: string;
  /** What is wrong and why it matters, in whole sentences. */
  readonly explanation: string;
  /** What to do, in whole sentences. */
  readonly remedy: string;
  readonly authority: ProblemAuthority;
  /** Lines of a mapping, or members of a payload. For problems that only values show, a comment says what the extract holds. */
  readonly example: { readonly wrong: string; readonly right: string };
  /**
   * The mapping or payload cannot be used with an error of this kind, so it can neither be set to another level nor be silenced.
   * What a check reports of it as less than an error can.
   */
  readonly blocking?: true;
}

/** A problem of that kind at a place of a text, as grave as its kind is; `data` is what a fix needs. */
export function problemOf(kind: ProblemKind, where: Span, message: string, data?: Problem['data']): Problem {
  const { code, severity } = kind;
  return { code, severity, message, span: where, ...(data === undefined ? {} : { data }) };
}

/** Keeps the codes of kinds as literal types, so that a check can be held to report only what is catalogued. */
export function problemKinds<const Kinds extends readonly ProblemKind[]>(kinds: Kinds): Kinds {
  return kinds;
}
