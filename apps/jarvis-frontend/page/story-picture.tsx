import { formatCount, formatMoment, formatPhase } from './format';
import { phasesOf } from './phases-of';
import type { Tally } from './types';

/** A scenario's phases as bars over the time that their events carry. */
export function StoryPicture({ tallies }: { tallies: readonly Tally[] }) {
  const phases = phasesOf(tallies);
  if (phases.length === 0) return null;
  return (
    <ol class="story" aria-label="Phases over time">
      {phases.map(({ phase, events, from, to, left, width }) => (
        <li key={phase} title={`${formatMoment(from)} to ${formatMoment(to)}`}>
          <span class="story-name">{formatPhase(phase)}</span>
          <span class="story-track">
            <span class="story-bar" style={{ left: `${left}%`, width: `${width}%` }} />
          </span>
          <span class="story-count">{formatCount(events)}</span>
        </li>
      ))}
    </ol>
  );
}
