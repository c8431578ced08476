import type { TimePlace } from './locate-time';
import type { UploadTime } from './upload.types';

/** Of times that differ from the one before, this part lies before it in a file with the newest events first. */
const FALLING = 0.9;

/** Gathers the times of a file's events in their order, in ms. */
export class TimeSpan {
  private earliest = Number.POSITIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  private before: number | undefined;
  private missing = 0;
  private rises = 0;
  private falls = 0;

  add(time: number | undefined): void {
    if (time === undefined) {
      this.missing += 1;
      return;
    }
    if (this.before !== undefined && time > this.before) this.rises += 1;
    if (this.before !== undefined && time < this.before) this.falls += 1;
    this.before = time;
    this.earliest = Math.min(this.earliest, time);
    this.latest = Math.max(this.latest, time);
  }

  /** What was found at `place`; `null` where no event has a time. */
  at(place: TimePlace): UploadTime | null {
    if (this.before === undefined) return null;
    return {
      ...place,
      first: new Date(this.earliest).toISOString(),
      last: new Date(this.latest).toISOString(),
      missing: this.missing,
      newest_first: this.falls > 0 && this.falls >= (this.rises + this.falls) * FALLING,
    };
  }
}
