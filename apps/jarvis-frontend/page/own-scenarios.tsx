import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { ConfirmDialog } from './confirm-dialog';
import { draftKey, dropDraft, keepDraft, keptDraft } from './kept-draft';
import { OwnScenarioRow } from './own-scenario-row';
import { draftOf } from './scenario-body';
import { editorHash, placeName, type EditorPlace } from './scenario-place';
import type { Scenario } from './types';
import { UnsavedDrafts } from './unsaved-drafts';

interface Props {
  readonly scenarios: readonly Scenario[];
  readonly sessionId: string;
  readonly onChanged: () => void;
}

const FILE_MAX = 1024 * 1024;

/** The attendee's own scenarios, and how one comes to be. */
export function OwnScenarios({ scenarios, sessionId, onChanged }: Props) {
  const [deleting, setDeleting] = useState<Scenario | undefined>();
  const [error, setError] = useState<string | undefined>();
  const keyOf = (place: EditorPlace): string => draftKey(sessionId, placeName(place));

  const read = async (file: File): Promise<void> => {
    setError(undefined);
    try {
      if (file.size > FILE_MAX) throw new Error('It is larger than 1 MB.');
      const draft = draftOf(JSON.parse(await file.text()));
      if (!keepDraft(keyOf({ kind: 'import' }), draft)) throw new Error('This browser keeps no drafts.');
      location.hash = editorHash({ kind: 'import' });
    } catch (cause) {
      setError(
        `${file.name} could not be imported. ${cause instanceof SyntaxError ? 'It is no JSON.' : messageOf(cause)}`,
      );
    }
  };

  return (
    <section class="panel" aria-labelledby="own">
      <div class="panel-head">
        <h2 id="own">Your scenarios</h2>
        <span class="spacer" />
        <span class="row-actions">
          <label class="button scenario-import">
            Import a file
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void read(file);
                currentTarget.value = '';
              }}
            />
          </label>
          <a class="button primary" href={editorHash({ kind: 'new' })}>
            New scenario
          </a>
        </span>
      </div>
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      <UnsavedDrafts sessionId={sessionId} scenarios={scenarios} />
      {scenarios.length === 0 && (
        <p class="empty">
          You have none yet. Write a new one, or copy one of the organisers’ below and change what you like.
        </p>
      )}
      <ul class="rows" aria-label="Your scenarios">
        {scenarios.map((scenario) => (
          <OwnScenarioRow
            key={scenario.id}
            scenario={scenario}
            hasDraft={keptDraft(keyOf({ kind: 'edit', id: scenario.id })) !== undefined}
            onDelete={() => setDeleting(scenario)}
          />
        ))}
      </ul>
      {deleting && (
        <ConfirmDialog
          title={`Delete ${deleting.name}?`}
          text="What was sent of it stays in the history. The scenario cannot be brought back."
          action="Delete"
          onConfirm={async () => {
            await call('DELETE', `scenarios/${deleting.id}`);
            dropDraft(keyOf({ kind: 'edit', id: deleting.id }));
            onChanged();
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </section>
  );
}
