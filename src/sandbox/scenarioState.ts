import type { SandboxClock } from './clock';
import type { CallKind } from './routes';
import type { Effects, ScenarioFault, Scenario } from './scenarios/scenario';

/** The current scenario and its progress. */
export interface ScenarioState {
  readonly scenario: Scenario;
  readonly effects: Effects;
  /** The fault of this call, if any. Must be called once per call, because it counts calls. */
  faultOf(operation: CallKind): ScenarioFault | undefined;
  choose(scenario: Scenario): void;
}

export function createScenarioState(first: Scenario, clock: SandboxClock): ScenarioState {
  let scenario = first;
  let calls = new Map<CallKind, number>();
  let since = clock.now();
  return {
    get scenario() {
      return scenario;
    },
    get effects() {
      return scenario.effects;
    },
    faultOf(operation) {
      const ordinal = (calls.get(operation) ?? 0) + 1;
      calls.set(operation, ordinal);
      return scenario.effects.fault?.({ operation, ordinal, elapsed: clock.now() - since });
    },
    choose(next) {
      scenario = next;
      calls = new Map();
      since = clock.now();
    },
  };
}
