import { fieldMessage } from '@jarvis/client';
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { NumberField } from '../../shared/number-field';
import { useLeaveGuard } from '../../shared/use-leave-guard';
import { AccessCodeField } from './access-code-field';
import { NUMBERS } from './config-changes';
import type { FieldName } from './config-edits';
import { Conflict } from './conflict';
import { refusedFeatures } from './feature-errors';
import { FeatureFields } from './feature-fields';
import { SourceLine } from './source-line';
import type { Config, Features } from './use-config';
import { useConfigForm } from './use-config-form';

const LEAVING = {
  title: 'Leave without saving?',
  text: 'You have changed settings that are not saved yet.',
  stay: 'Stay',
  leave: 'Leave without saving',
};

const featureNames = (features: Partial<Features>) =>
  Object.fromEntries(Object.entries(features).map(([name, value]) => [`features.${name}`, value]));

/** The settings of the whole platform. What this organiser has not touched follows the server. */
export const ConfigForm = ({ config }: { config: Config }) => {
  const form = useConfigForm(config);
  const guard = useLeaveGuard(form.changed, LEAVING);
  const { draft, errors, refusal } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.savable) form.save();
  };
  const conflictAt = (field: FieldName): ReactNode => {
    const conflict = form.conflicts.find((each) => each.field === field);
    return conflict && <Conflict {...conflict} onTake={() => form.take(field)} onKeep={() => form.keep(field)} />;
  };
  const notes = Object.fromEntries(
    Object.keys(draft.features).map((name) => [name, conflictAt(`features.${name as keyof Features}`)]),
  );
  return (
    <form onSubmit={submit} noValidate aria-label="Settings" className="config-form">
      <fieldset className="card roomy">
        <legend className="hidden-word">Limits</legend>
        <h2 className="card-title">Limits</h2>
        {NUMBERS.map(({ name, label, about, unit, least, most }) => (
          <div key={name} className="field">
            <NumberField
              label={label}
              description={`${about} From ${least} to ${most.toLocaleString('en-GB')}.`}
              value={draft[name]}
              onChange={(value) => form.edit({ [name]: value })}
              error={errors[name] ?? fieldMessage(refusal, name)}
              rightSection={<span className="unit">{unit}</span>}
              rightSectionWidth={88}
              rightSectionPointerEvents="none"
            />
            <SourceLine
              source={config.sources[name]}
              label={label}
              base={String(config.base[name])}
              pending={form.resetting === name}
              onReset={() => form.reset(name)}
            />
            {conflictAt(name)}
          </div>
        ))}
      </fieldset>
      <fieldset className="card roomy">
        <legend className="hidden-word">Who may launch</legend>
        <h2 className="card-title">Who may launch</h2>
        <div className="field">
          <AccessCodeField
            value={draft.event_access_code}
            inForce={config.event_access_code}
            landing={config.public_url}
            error={errors.event_access_code ?? fieldMessage(refusal, 'event_access_code')}
            onChange={(code) => form.edit({ event_access_code: code })}
          />
          <SourceLine
            source={config.sources.event_access_code}
            label="Access code"
            base={config.base.event_access_code === null ? 'none' : 'the code'}
            pending={form.resetting === 'event_access_code'}
            onReset={() => form.reset('event_access_code')}
          />
          {conflictAt('event_access_code')}
        </div>
      </fieldset>
      <fieldset className="card roomy">
        <legend className="hidden-word">What attendees may do</legend>
        <div>
          <h2 className="card-title">What attendees may do</h2>
          <SourceLine
            source={config.sources.features}
            label="What attendees may do"
            base="what the platform allows by itself"
            pending={form.resetting === 'features'}
            onReset={() => form.reset('features')}
          />
        </div>
        <FeatureFields
          features={draft.features}
          errors={{ ...refusedFeatures((field) => fieldMessage(refusal, field)), ...errors }}
          notes={notes}
          onChange={(features) => form.edit(featureNames(features))}
        />
      </fieldset>
      <div className="save-bar" data-changed={form.changed}>
        <Button type="submit" loading={form.saving} disabled={!form.savable}>
          Save settings
        </Button>
        {form.changed && (
          <Button variant="default" disabled={form.saving} onClick={form.discard}>
            Discard changes
          </Button>
        )}
        <span className="dim small" role="status">
          {form.changed ? 'Not saved yet' : ''}
        </span>
      </div>
      {guard}
    </form>
  );
};
