import type { Evaluate } from '../../expression/functions/functionEntry';
import type { JsonObject } from '../../json/jsonValue';
import type { Problem } from '../../problems/problem';
import type { ScopeFilter } from './scopeFilter';
import type { SourceAttribute } from './sourceAttribute';

/** The target of a job: Microsoft Entra ID, or on-premises Active Directory. Named like the templates of jobs. */
export type JobFlavour = 'API2AAD' | 'API2AD';

/** When a value flows. Source: Graph, attributeMapping. */
export type FlowType = 'Always' | 'ObjectAddOnly' | 'AttributeAddOnly' | 'ValueAddOnly' | 'MultiValueAddOnly';

/** The compiled schema of a job, which can process any number of resources. */
export interface CompiledJob {
  readonly flavour: JobFlavour;
  /**
   * The enabled object mappings for people, in the order of their rules' priorities. The first one that matches a
   * resource takes it.
   */
  readonly mappings: readonly CompiledObjectMapping[];
  /**
   * Errors in expressions, by place in the schema. The attributes of these expressions do not flow, so the results of
   * such a job are not reliable.
   */
  readonly problems: readonly Problem[];
}

export interface CompiledObjectMapping {
  readonly name: string;
  /** The kinds of changes that it makes to target objects. */
  readonly adds: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  /**
   * Whether the mapping takes a resource, and whether its input filter lets it pass. A resource that fails either is
   * never deprovisioned.
   */
  readonly category: ScopeFilter;
  readonly input: ScopeFilter;
  /** A resource that leaves this scope is deprovisioned. */
  readonly scope: ScopeFilter;
  /** The attribute that identifies a source object: `externalId`. */
  readonly anchor: SourceAttribute;
  readonly displayName: SourceAttribute;
  /** In the order of priority. */
  readonly matching: readonly AttributeFlow[];
  readonly flows: readonly AttributeFlow[];
  /** Target attributes that are required to create an object. */
  readonly required: readonly RequiredAttribute[];
  /** The target attributes that the schema lists; absent if it lists none. */
  readonly targets: ReadonlySet<string> | undefined;
}

export interface RequiredAttribute {
  readonly target: string;
  readonly type: string;
  readonly isMultivalued: boolean;
  readonly caseExact: boolean;
  /** The value of a new object if nothing flows. */
  readonly defaultValue: string | undefined;
}

/** A compiled attribute mapping: the source of a target attribute's value. */
export interface AttributeFlow {
  readonly target: string;
  readonly type: string;
  readonly isMultivalued: boolean;
  /** Whether values that differ only in case are different. */
  readonly caseExact: boolean;
  /** From the schema's metadata; the directory has its own limits. */
  readonly maximumLength: number | undefined;
  /** `onCreate`: the attribute is immutable. `never`: only the system sets it. */
  readonly writable: 'always' | 'onCreate' | 'never';
  readonly flowType: FlowType;
  /** Whether the value is exported even if the target already has it. */
  readonly flowsAlways: boolean;
  readonly matchingPriority: number;
  /** Absent without a source; `defaultValue` then fills an empty target. */
  readonly evaluate: Evaluate<JsonObject> | undefined;
  /** The attributes that the source reads. */
  readonly sources: readonly SourceAttribute[];
  /** Used only for new accounts, if the source yields nothing. */
  readonly defaultValue: string | undefined;
  /** Whether an empty source clears the target. */
  readonly clears: boolean;
  readonly isReference: boolean;
  /** Whether the source is a single attribute rather than an expression. */
  readonly isDirect: boolean;
  /** `accountEnabled`, or its opposite `accountDisabled`. */
  readonly isAccountSwitch: boolean;
  /** Whether it is a sign-in name, which is invalid with nothing before its "@". */
  readonly isDomainQualified: boolean;
  /** Whether the log hides its values. */
  readonly isRedacted: boolean;
  /** Whether its expression draws random numbers; the sequence depends on its place among the mappings. */
  readonly draws: boolean;
  readonly place: number;
  /** Whether its expression checks which values the target has. */
  readonly asks: boolean;
}

/** The attribute that tells whether an account is enabled, and its value for an enabled account. */
export function accountSwitch(flavour: JobFlavour): { readonly attribute: string; readonly enabled: boolean } {
  return flavour === 'API2AAD'
    ? { attribute: 'accountEnabled', enabled: true }
    : { attribute: 'accountDisabled', enabled: false };
}
