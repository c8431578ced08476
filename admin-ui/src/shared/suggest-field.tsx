import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';

/** What the browser offers to be chosen; any other word may be typed. */
export const Suggestions = ({ id, words }: { readonly id: string; readonly words: readonly string[] }) => (
  <datalist id={id}>
    {words.map((word) => (
      <option key={word} value={word} />
    ))}
  </datalist>
);

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly words: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A field for a word, with words to choose from. */
export const SuggestField = ({ words, onChange, ...field }: Props) => {
  const id = useId();
  return (
    <>
      <TextInput autoComplete="off" {...field} list={id} onChange={(event) => onChange(event.currentTarget.value)} />
      <Suggestions id={id} words={words} />
    </>
  );
};
