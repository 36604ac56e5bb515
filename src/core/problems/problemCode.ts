declare const CATALOGUED: unique symbol;

/**
 * The code of a kind of problem. Only `problemKind` and `defineProblemKinds` create codes, so that only codes of
 * declared kinds can be reported. Codes can be compared with plain strings.
 */
export type ProblemCode<Code extends string = string> = Code & { readonly [CATALOGUED]: true };
