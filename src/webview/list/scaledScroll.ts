/**
 * The maximum height of a list, in CSS pixels. Browsers lay out 33,554,432 device pixels, and Firefox half as many: at 300 % this is well
 * below both.
 */
export const MAX_HEIGHT = 5_000_000;

/** This much at both ends is never scaled: there, a pixel of the scroll bar is a pixel of the list. */
const PLAIN_ENDS = 100_000;

/** A scroll by less than this many screens comes from the wheel or a key, and moves the list by as much. */
const NEAR_SCREENS = 2;

/**
 * Scrolls a list that is higher than a browser can lay out: the scroll bar belongs to a lower canvas, but the wheel still moves the list
 * by its own pixels.
 */
export class ScaledScroll {
  #content = 0;
  #screen = 0;
  #top = 0;
  #at = 0;
  /** The last requested position of the list: a list that is read again is shorter for a while. */
  #wanted = 0;

  /** The height of the canvas, which the browser lays out. */
  get height(): number {
    return Math.min(this.#content, MAX_HEIGHT);
  }

  /** The first pixel of the list that is in sight. */
  get top(): number {
    return this.#top;
  }

  /** The position of the scroll bar for {@link top}. */
  get at(): number {
    return this.#at;
  }

  /** The difference between a place in the list and its place on the canvas. */
  get shift(): number {
    return this.#at - this.#top;
  }

  /**
   * Keeps the last requested position, as far as the list reaches.
   *
   * @param content the height of all rows
   * @param screen the height of the visible part
   */
  resize(content: number, screen: number): void {
    this.#content = content;
    this.#screen = screen;
    this.#place(this.#wanted);
  }

  goTo(top: number): void {
    this.#place(top);
    this.#wanted = this.#top;
  }

  #place(top: number): void {
    this.#top = Math.max(0, Math.min(top, this.#lastTop));
    this.#at = this.#anchor(this.#top);
  }

  /** The visible position becomes the requested one: this is another list. */
  stay(): void {
    this.#wanted = this.#top;
  }

  /** Scrolls a stretch of the list into sight, with the least movement. */
  show(start: number, end: number): void {
    if (start < this.#top) this.goTo(start);
    else if (end > this.#top + this.#screen) this.goTo(end - this.#screen);
  }

  /** The user has scrolled. The scroll bar then belongs {@link at} this or another place. */
  scrolled(at: number): void {
    const moved = at - this.#at;
    const isNear = Math.abs(moved) <= this.#screen * NEAR_SCREENS;
    if (!isNear) {
      this.goTo(this.#placeAt(at));
      return;
    }
    this.#top = Math.max(0, Math.min(this.#top + moved, this.#lastTop));
    this.#wanted = this.#top;
    this.#at = at;
    // If the bar were at its end before the list, the user could not scroll further
    const room = this.#screen * NEAR_SCREENS;
    if (at < room || at > this.#lastAt - room) this.#at = this.#anchor(this.#top);
  }

  /** Puts the scroll bar in its place, once nobody scrolls. */
  settle(): void {
    this.#at = this.#anchor(this.#top);
  }

  get #lastTop(): number {
    return Math.max(0, this.#content - this.#screen);
  }

  get #lastAt(): number {
    return Math.max(0, this.height - this.#screen);
  }

  /** List pixels per pixel of the bar, between the ends. */
  get #scale(): number {
    return (this.#lastTop - 2 * PLAIN_ENDS) / (this.#lastAt - 2 * PLAIN_ENDS);
  }

  #anchor(top: number): number {
    if (this.#content <= MAX_HEIGHT || top <= PLAIN_ENDS) return top;
    if (top >= this.#lastTop - PLAIN_ENDS) return this.#lastAt - (this.#lastTop - top);
    return PLAIN_ENDS + (top - PLAIN_ENDS) / this.#scale;
  }

  #placeAt(at: number): number {
    if (this.#content <= MAX_HEIGHT || at <= PLAIN_ENDS) return at;
    if (at >= this.#lastAt - PLAIN_ENDS) return this.#lastTop - (this.#lastAt - at);
    return PLAIN_ENDS + (at - PLAIN_ENDS) * this.#scale;
  }
}
