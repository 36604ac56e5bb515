import { Lineage } from '../../preview/lineage';
import type { LineageNode } from '../../preview/lineage';

const NODE = /^(?:cell|rule|attribute):\d+$/;

/** Highlights the path of the value under the pointer or the focus, wherever the page shows a part of it. */
export class LineageLights {
  #lineage = new Lineage({ cells: [], rules: [] }, []);
  #pointed: LineageNode | undefined;
  #focused: LineageNode | undefined;

  constructor(page: Document) {
    page.addEventListener('pointerover', ({ target }) => {
      this.#pointed = nodeAt(target);
      this.renew();
    });
    page.documentElement.addEventListener('pointerleave', () => {
      this.#pointed = undefined;
      this.renew();
    });
    page.addEventListener('focusin', ({ target }) => {
      this.#focused = nodeAt(target);
      this.renew();
    });
    page.addEventListener('focusout', () => {
      this.#focused = undefined;
      this.renew();
    });
  }

  /** Another record is shown, or the job treats its values differently. */
  follow(lineage: Lineage): void {
    this.#lineage = lineage;
  }

  /** Call this after the page has been drawn. */
  renew(): void {
    const start = this.#pointed ?? this.#focused;
    const lit: ReadonlySet<string> = start === undefined ? new Set() : this.#lineage.through(start);
    for (const place of document.querySelectorAll<HTMLElement>('[data-node]'))
      place.classList.toggle('lit', lit.has(place.dataset.node ?? ''));
  }
}

function nodeAt(target: EventTarget | null): LineageNode | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
  const node = place?.dataset.node ?? '';
  return NODE.test(node) ? (node as LineageNode) : undefined;
}
