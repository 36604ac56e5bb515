import type { Event } from 'vscode';
import { EventEmitter } from 'vscode';
import type { SettingsStore } from './settings';

/** Whether the values of the current record are shown beside the rules: by the setting, or on demand by a command. */
export class ValuesShown {
  readonly #settings: SettingsStore;
  readonly #changed = new EventEmitter<void>();
  #asked = false;

  constructor(settings: SettingsStore) {
    this.#settings = settings;
  }

  get now(): boolean {
    const { recordValues } = this.#settings.current;
    return recordValues === 'on' ? !this.#asked : recordValues === 'onDemand' && this.#asked;
  }

  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  /** Toggles the state until the window closes. */
  toggle(): void {
    this.#asked = !this.#asked;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
