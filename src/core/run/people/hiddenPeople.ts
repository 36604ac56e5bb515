import type { CompiledMapping, MappedRecord } from '../../convert/compileMapping';
import type { JsonObject } from '../../json/jsonValue';
import type { Prediction } from '../../provisioning/cycle/whatIf';
import { CORE_USER_URN } from '../../scim/urns';
import type { PredictedRecord } from '../prediction/predictPlan';
import { textOf } from '../textOf';

/** Somebody whom the filter excludes although their account may have to be disabled, as the job would receive them. */
export interface HiddenPerson {
  /** The record's number, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
  /** The members of the user by which a job finds the account, and `active` false. */
  readonly resource: JsonObject;
}

/** Predictions for hidden people, in the order of the people. */
export function predictedHidden(
  people: readonly HiddenPerson[],
  predictions: readonly Prediction[],
): readonly PredictedRecord[] {
  return people.flatMap(({ record, line }, place) => {
    const prediction = predictions[place];
    return prediction === undefined ? [] : [{ record, line, prediction }];
  });
}

/** Maximum number of people to look up: an extract may contain twenty years of leavers. */
const MAX_HIDDEN = 20_000;

/** Collects people whom the filter hides. Keeps only these few members, in memory. */
export class HiddenPeopleBuilder {
  readonly #people: HiddenPerson[] = [];
  #isWhole = true;

  add(record: MappedRecord, names: CompiledMapping): void {
    if (this.#people.length >= MAX_HIDDEN) {
      this.#isWhole = false;
      return;
    }
    const texts = ['externalId', 'userName', 'displayName'].flatMap((attribute) => {
      const text = textOf(attribute, record, names);
      return text === undefined ? [] : [[attribute, text] as const];
    });
    const resource = { schemas: [CORE_USER_URN], ...Object.fromEntries(texts), active: false };
    this.#people.push({ record: record.number, line: record.line, resource });
  }

  /** `undefined` if there are too many to look up. */
  get people(): readonly HiddenPerson[] | undefined {
    return this.#isWhole ? this.#people : undefined;
  }
}
