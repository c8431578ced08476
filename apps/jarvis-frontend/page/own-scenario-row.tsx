import { ScenarioFacts } from './scenario-facts';
import { sentence } from './scenario-faults';
import { editorHash } from './scenario-place';
import type { Scenario } from './types';

interface Props {
  readonly scenario: Scenario;
  /** Whether unsaved changes of it are kept in this browser. */
  readonly hasDraft: boolean;
  readonly onDelete: () => void;
}

const PROBLEMS_SHOWN = 5;

/** One of the attendee's own, with what is wrong where it no longer fits the content. */
export function OwnScenarioRow({ scenario, hasDraft, onDelete }: Props) {
  const { id, name, description, problems, allowed, reason } = scenario;
  return (
    <li>
      <div class="row-main">
        <a class="name" href={editorHash({ kind: 'edit', id })}>
          {name}
        </a>
        <ScenarioFacts scenario={scenario} />
        <span class="about scenario-story">{description}</span>
        {hasDraft && <span class="scenario-unsaved">Has unsaved changes</span>}
      </div>
      <div class="row-actions">
        {allowed && (
          <a class="button" href={`#/generate?scenario=${id}`} aria-label={`Run it: ${name}`}>
            Run it
          </a>
        )}
        <a class="button" href={editorHash({ kind: 'edit', id })} aria-label={`Edit ${name}`}>
          Edit
        </a>
        <a class="button" href={editorHash({ kind: 'copy', id })} aria-label={`Copy ${name}`}>
          Copy
        </a>
        <a
          class="button"
          href={`./api/v1/scenarios/${id}/source`}
          download={`${id}.json`}
          aria-label={`Export ${name}`}
        >
          Export
        </a>
        <button type="button" class="small danger" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </button>
      </div>
      {!allowed && (
        <div class="row-note note">
          <p>{reason}</p>
          <ul>
            {problems.slice(0, PROBLEMS_SHOWN).map(({ field, message }) => (
              <li key={field}>{sentence(field, message)}</li>
            ))}
            {problems.length > PROBLEMS_SHOWN && <li>… and {problems.length - PROBLEMS_SHOWN} more</li>}
          </ul>
        </div>
      )}
    </li>
  );
}
