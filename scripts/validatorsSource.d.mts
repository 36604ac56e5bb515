export function validatorsSource(shapes: Readonly<Record<string, object>>): string;
