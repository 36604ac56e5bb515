import * as generated from './validators.generated';

/** An error of a compiled validator, in the form of `ajv`. */
export interface ShapeFault {
  /** The place as a JSON pointer: "/emails/0/value". */
  readonly instancePath: string;
  /** The violated keyword of the schema. For compiled shapes it is one of these. */
  readonly keyword: 'type' | 'required' | 'additionalProperties';
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

/** Finds all faults in the shape of a value, in any order. */
export type ShapeValidator = (value: unknown) => readonly ShapeFault[];

export const validateEnvelope: ShapeValidator = validatorOf('validateEnvelope');
export const validateOperation: ShapeValidator = validatorOf('validateOperation');
export const validateUser: ShapeValidator = validatorOf('validateUser');

interface Compiled {
  (value: unknown): boolean;
  readonly errors: readonly ShapeFault[] | null;
}

/** A compiled function stores the errors that it finds in a member of itself. */
function validatorOf(name: keyof typeof generated): ShapeValidator {
  const compiled = generated[name] as unknown as Compiled;
  return (value) => (compiled(value) ? [] : (compiled.errors ?? []));
}
