import { keptDraft, keptPlaces, draftKey } from './kept-draft';
import type { Scenario } from './types';

interface Props {
  readonly sessionId: string;
  readonly scenarios: readonly Scenario[];
}

/** Scenarios that were never saved, or not since they were deleted, and are kept in this browser. */
export function UnsavedDrafts({ sessionId, scenarios }: Props) {
  const saved = new Set(scenarios.map(({ id }) => `edit=${id}`));
  const places = keptPlaces(sessionId).filter((place) => !saved.has(place));
  if (places.length === 0) return null;
  return (
    <ul class="note scenario-drafts" aria-label="Unsaved scenarios">
      {places.map((place) => (
        <li key={place}>
          {keptDraft(draftKey(sessionId, place))?.name || 'A new scenario'} is not saved yet.{' '}
          <a href={`#/scenarios?${place}`}>Go on with it</a>
        </li>
      ))}
    </ul>
  );
}
