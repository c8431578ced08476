import { Group, Radio, Stack } from '@mantine/core';
import { useId } from 'react';
import type { RosterMode } from './use-roster';

const MODES: Record<RosterMode, { readonly label: string; readonly about: string }> = {
  reserve: {
    label: 'Reserve a place',
    about: 'Keeps a place within the cap; the instance starts when the link is opened.',
  },
  create: {
    label: 'Create now',
    about: 'Starts the instance now; its time runs from this moment.',
  },
};
const NAMES = Object.keys(MODES) as RosterMode[];

interface Props {
  readonly mode: RosterMode;
  readonly onChange: (mode: RosterMode) => void;
}

export const ModeChoice = ({ mode, onChange }: Props) => {
  const id = useId();
  return (
    <Radio.Group label="What to make" value={mode} onChange={(value) => onChange(value)}>
      <div className="choices">
        {NAMES.map((name) => (
          <Radio.Card
            key={name}
            value={name}
            tabIndex={name === mode ? 0 : -1}
            className="choice"
            aria-labelledby={`${id}-${name}`}
          >
            <Group wrap="nowrap" align="start" gap="sm">
              <Radio.Indicator />
              <Stack gap={2}>
                <span className="choice-name" id={`${id}-${name}`}>
                  {MODES[name].label}
                </span>
                <span className="dim small">{MODES[name].about}</span>
              </Stack>
            </Group>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
};
