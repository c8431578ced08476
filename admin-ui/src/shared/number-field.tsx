import { TextInput, type TextInputProps } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { numberIn, numberText, stepped } from './number-text';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: number | '';
  /** `''` is no number. */
  readonly onChange: (value: number | '') => void;
}

/** A number as text: what is no part of one is not taken, the arrow keys count. */
export const NumberField = ({ value, onChange, ...field }: Props) => {
  // As it was typed: `0.0` is on its way to 0.05.
  const [text, setText] = useState('');
  const take = (next: string) => {
    setText(next);
    onChange(numberIn(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(event.key, value);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    take(`${next}`);
  };
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...field}
      value={numberIn(text) === value ? text : `${value}`}
      onChange={(event) => take(numberText(event.currentTarget.value))}
      onKeyDown={onKeyDown}
      onBlur={() => value === '' && setText('')}
    />
  );
};
