import { unplaced } from './scenario-faults';
import type { Scenario } from './types';
import type { useScenarioEditor } from './use-scenario-editor';

interface Props {
  readonly editor: ReturnType<typeof useScenarioEditor>;
  /** As it is kept, once it is. */
  readonly scenario: Scenario | undefined;
}

/** How it stands with the draft, and what can be done with it. */
export function ScenarioBar({ editor, scenario }: Props) {
  const { id, busy, error, faults, isDirty, removed } = editor;
  const told = error === undefined ? unplaced(faults) : [error];
  const count = Object.keys(faults).length;
  return (
    <div class="scenario-bar">
      <div class="scenario-state">
        {(count > 0 || told.length > 0) && (
          <div class="form-error" role="alert">
            {count > 0 && <p>{count === 1 ? 'One field needs another look.' : `${count} fields need another look.`}</p>}
            {told.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        )}
        <p class="quiet" role="status">
          {removed ? `${removed} is removed. ` : stateOf(editor, scenario)}
          {removed && (
            <button type="button" class="small" onClick={editor.undo}>
              Undo
            </button>
          )}
        </p>
      </div>
      {scenario?.allowed && !isDirty && <a href={`#/generate?scenario=${scenario.id}`}>Run it</a>}
      <button type="button" disabled={busy !== undefined} onClick={() => void editor.tryOut()}>
        {busy === 'try' ? 'Trying…' : 'Try it'}
      </button>
      <button type="submit" class="primary" disabled={busy !== undefined || (id !== undefined && !isDirty)}>
        {busy === 'save' ? 'Saving…' : 'Save'}
      </button>
    </div>
  );
}

function stateOf({ id, isDirty, isKept }: Props['editor'], scenario: Props['scenario']): string {
  if (isDirty) return isKept ? 'Unsaved changes, kept as a draft in this browser' : 'Unsaved changes';
  if (id === undefined) return 'Not saved yet';
  return scenario?.reason ? `Saved. ${scenario.reason}` : 'Saved';
}
