// A schema that has nothing wrong with it, small enough to be changed in one place by a test.

/** JSON that a test changes at will. */
export type Loose = Record<string, unknown>;

export interface SmallJob extends Loose {
  readonly id: unknown;
  readonly directories: readonly [LooseDirectory, LooseDirectory];
  readonly synchronizationRules: readonly [LooseRule];
}

interface LooseDirectory extends Loose {
  readonly objects: LooseObject[];
}

interface LooseObject extends Loose {
  readonly attributes: Loose[];
}

interface LooseRule extends Loose {
  readonly objectMappings: readonly [LooseMapping];
}

interface LooseMapping extends Loose {
  scope: unknown;
  readonly attributeMappings: Loose[];
}

/** The parts that tests change, by short names. */
export interface Parts {
  readonly job: SmallJob;
  readonly source: LooseObject;
  readonly target: LooseObject;
  readonly rule: LooseRule;
  readonly mapping: LooseMapping;
  /** `employeeId` from `[externalId]`, the matching attribute. */
  readonly matching: Loose;
  /** `jobTitle` from `[title]`. */
  readonly title: Loose;
}

export function attribute(name: string, more: Loose = {}): Loose {
  return { name, type: 'String', multivalued: false, required: false, anchor: false, mutability: 'ReadWrite', ...more };
}

/** A mapping with the source that Graph writes for an attribute. */
export function direct(target: string, source: string, more: Loose = {}): Loose {
  return {
    targetAttributeName: target,
    source: { expression: `[${source}]`, name: source, type: 'Attribute', parameters: [] },
    defaultValue: null,
    matchingPriority: 0,
    flowType: 'Always',
    ...more,
  };
}

/** A source whose tree is not stored. */
export function expressionSource(expression: string): Loose {
  return { expression };
}

/** Attribute, operator and values. */
export type Clause = readonly [string, string, ...string[]];

/** A filter of one group. */
export function scope(...clauses: readonly Clause[]): { readonly groups: readonly object[] } {
  return {
    groups: [
      {
        name: 'Staff',
        clauses: clauses.map(([sourceOperandName, operatorName, ...values]) => ({
          sourceOperandName,
          operatorName,
          targetOperand: { values },
        })),
      },
    ],
  };
}

function smallJob(): Parts {
  const source: LooseObject = {
    name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    attributes: [
      attribute('externalId', { anchor: true, required: true }),
      attribute('userName', { required: true }),
      attribute('active', { type: 'Boolean' }),
      attribute('title'),
      attribute('level', { type: 'Integer' }),
      attribute('emails[type eq "work"].value'),
    ],
  };
  const target: LooseObject = {
    name: 'User',
    attributes: [
      attribute('objectId', { anchor: true, mutability: 'ReadOnly' }),
      attribute('employeeId'),
      attribute('displayName', { required: true }),
      attribute('accountEnabled', { type: 'boolean' }),
      attribute('jobTitle'),
      attribute('city'),
    ],
  };
  const matching = direct('employeeId', 'externalId', { matchingPriority: 1 });
  const title = direct('jobTitle', 'title');
  const mapping: LooseMapping = {
    name: 'Provision users',
    enabled: true,
    flowTypes: 'Add, Update,Delete',
    sourceObjectName: source.name,
    targetObjectName: target.name,
    scope: null,
    attributeMappings: [matching, direct('displayName', 'userName'), direct('accountEnabled', 'active'), title],
  };
  const rule: LooseRule = {
    name: 'USER_INBOUND_USER',
    sourceDirectoryName: 'API',
    targetDirectoryName: 'Azure Active Directory',
    objectMappings: [mapping],
  };
  const job: SmallJob = {
    id: 'API2AAD.0.1',
    directories: [
      { name: 'API', objects: [source] },
      { name: 'Azure Active Directory', objects: [target] },
    ],
    synchronizationRules: [rule],
  };
  return { job, source, target, rule, mapping, matching, title };
}

/** The text of the small schema after a change. */
export function changedJob(change: (parts: Parts) => void): string {
  const parts = smallJob();
  change(parts);
  return JSON.stringify(parts.job, null, 2);
}
