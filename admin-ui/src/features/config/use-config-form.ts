import { useState } from 'react';
import { useAudit } from '../audit/use-audit';
import { configChanges, configErrors } from './config-changes';
import {
  afterSaving,
  conflicts,
  draftWith,
  insist,
  letGo,
  touch,
  type Edits,
  type FieldName,
  type FieldValue,
} from './config-edits';
import { lastChangeOf } from './last-change';
import { useUpdateConfig, type Config, type Resettable } from './use-config';

/** The form over the configuration: what this organiser touched, and what became of it on the server meanwhile. */
export const useConfigForm = (config: Config) => {
  const save = useUpdateConfig();
  const reset = useUpdateConfig();
  const [edits, setEdits] = useState<Edits>({});
  const history = useAudit({ target: 'config' }, 10);
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  const draft = draftWith(config, edits);
  const errors = configErrors(draft);
  const changes = configChanges(config, draft);
  const valid = Object.keys(errors).length === 0;
  return {
    draft,
    errors,
    changed: Object.keys(edits).length > 0,
    savable: valid && Object.keys(changes).length > 0,
    refusal: save.error,
    saving: save.isPending,
    resetting: reset.isPending ? reset.variables.reset?.[0] : undefined,
    conflicts: Object.entries(conflicts(config, edits)).map(([field, theirs]) => ({
      field,
      theirs,
      by: lastChangeOf(entries, field),
    })),
    edit: (values: Partial<Record<FieldName, FieldValue>>) =>
      setEdits((now) =>
        Object.entries(values).reduce((all, [name, value]) => touch(all, config, name as FieldName, value), now),
      ),
    take: (field: FieldName) => setEdits((now) => letGo(now, field)),
    keep: (field: FieldName) => setEdits((now) => insist(now, config, field)),
    discard: () => {
      save.reset();
      setEdits({});
    },
    save: () =>
      save.mutate(changes, { onSuccess: (saved) => setEdits((now) => afterSaving(now, edits, config, saved)) }),
    /** Goes back to what holds without organisers, at once. */
    reset: (name: Resettable) =>
      reset.mutate(
        { reset: [name] },
        {
          onSuccess: () =>
            setEdits((now) =>
              Object.fromEntries(Object.entries(now).filter(([field]) => field.split('.')[0] !== name)),
            ),
        },
      ),
  };
};

export type ConfigFormState = ReturnType<typeof useConfigForm>;
