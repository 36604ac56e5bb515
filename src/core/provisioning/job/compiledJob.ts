import type { Evaluate } from '../../expression/functions/functionEntry';
import type { JsonObject } from '../../json/jsonValue';
import type { Problem } from '../../problems/problem';
import type { ScopeFilter } from './scopeFilter';
import type { SourceAttribute } from './sourceAttribute';

/** Where a job provisions to: Microsoft Entra ID, or on-premises Active Directory. Named like the templates of jobs. */
export type JobFlavour = 'API2AAD' | 'API2AD';

/** When a value flows. Source: Graph, attributeMapping. */
export type FlowType = 'Always' | 'ObjectAddOnly' | 'AttributeAddOnly' | 'ValueAddOnly' | 'MultiValueAddOnly';

/** A job's schema, ready to be run on any number of resources. */
export interface CompiledJob {
  readonly flavour: JobFlavour;
  /** The enabled object mappings for people, in the order of their rules' priorities. The first that a resource belongs to takes it. */
  readonly mappings: readonly CompiledObjectMapping[];
  /** Expressions that are wrong: their attributes do not flow, so a job with one must not be relied upon. By place in the schema. */
  readonly problems: readonly Problem[];
}

export interface CompiledObjectMapping {
  readonly name: string;
  /** Which changes of target objects it makes. */
  readonly adds: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  /** Whether a resource belongs to this mapping at all; and whether it is let in. Failing either never deprovisions. */
  readonly category: ScopeFilter;
  readonly input: ScopeFilter;
  /** Leaving this one does. */
  readonly scope: ScopeFilter;
  /** What a source object is known by: `externalId`. */
  readonly anchor: SourceAttribute;
  readonly displayName: SourceAttribute;
  /** The most important first. */
  readonly matching: readonly AttributeFlow[];
  readonly flows: readonly AttributeFlow[];
  /** Target attributes that an object cannot be created without. */
  readonly required: readonly RequiredAttribute[];
  /** Attributes of the target as the schema lists them; absent when it lists none. */
  readonly targets: ReadonlySet<string> | undefined;
}

export interface RequiredAttribute {
  readonly target: string;
  readonly type: string;
  readonly isMultivalued: boolean;
  readonly caseExact: boolean;
  /** What a new object gets when nothing flows. */
  readonly defaultValue: string | undefined;
}

/** One line of the attribute mapping: where a target attribute gets its value. */
export interface AttributeFlow {
  readonly target: string;
  readonly type: string;
  readonly isMultivalued: boolean;
  /** Whether a change of case is a change. */
  readonly caseExact: boolean;
  /** From the schema's metadata; the directory has limits of its own. */
  readonly maximumLength: number | undefined;
  /** `onCreate`: the attribute is immutable. `never`: it is the system's own. */
  readonly writable: 'always' | 'onCreate' | 'never';
  readonly flowType: FlowType;
  /** Exported even when the target has the value. */
  readonly flowsAlways: boolean;
  readonly matchingPriority: number;
  /** Absent where there is no source: then `defaultValue` fills an empty target. */
  readonly evaluate: Evaluate<JsonObject> | undefined;
  /** The attributes that the source names. */
  readonly sources: readonly SourceAttribute[];
  /** Only for new accounts, when the source gives nothing. */
  readonly defaultValue: string | undefined;
  /** Whether an empty source clears the target. */
  readonly clears: boolean;
  readonly isReference: boolean;
  /** An attribute alone, no expression around it. */
  readonly isDirect: boolean;
  /** `accountEnabled`, or its opposite `accountDisabled`. */
  readonly isAccountSwitch: boolean;
  /** A sign-in name: with nothing before its "@" it is none. */
  readonly isDomainQualified: boolean;
  /** Its values are not shown in the log. */
  readonly isRedacted: boolean;
  /** Its expression draws random numbers; which, depends on its place among the mappings. */
  readonly draws: boolean;
  readonly place: number;
  /** Its expression asks which values the target has. */
  readonly asks: boolean;
}

/** The attribute that says whether an account is enabled, and its value when it is. */
export function accountSwitch(flavour: JobFlavour): { readonly attribute: string; readonly enabled: boolean } {
  return flavour === 'API2AAD'
    ? { attribute: 'accountEnabled', enabled: true }
    : { attribute: 'accountDisabled', enabled: false };
}
